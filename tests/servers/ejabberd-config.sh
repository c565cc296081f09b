#!/bin/bash
# Prints the configuration of the second test server: an ejabberd that keeps everything under $RIG_BASE.
set -euo pipefail
. "$(dirname "$0")/env.sh"

HOSTS=("$RIG_DOMAIN" "${MECHANISM_HOSTS[@]/%/.$RIG_DOMAIN}")
list() { local IFS=,; echo "[$*]"; }

# listener PORT OPTIONS...: for clients
listener() {
  echo "  - {port: $1, ip: \"$RIG_ADDRESS\", module: ejabberd_c2s, access: c2s, $2}"
}

cat <<YAML
loglevel: info
log_rotate_count: 0
hosts: $(list "${HOSTS[@]}")
certfiles:
$(printf "  - \"$CERTS/%s.pem\"\n" "${HOSTS[@]}")
ca_file: "$CERTS/ca.crt"
c2s_cafile: "$CERTS/ca.crt"
auth_method: internal
auth_password_format: plain # offers all: PLAIN, DIGEST-MD5, and SCRAM with three hashes, each with -PLUS
disable_sasl_mechanisms: ["X-OAUTH2"]
define_macro:
  'TLS': ["no_sslv3", "no_tlsv1", "no_tlsv1_1"]
  'TLS12': ["no_sslv3", "no_tlsv1", "no_tlsv1_1", "no_tlsv1_3"]
listen:
$(listener "$STARTTLS_PORT" "starttls: true, starttls_required: true, protocol_options: TLS")
$(listener "$DIRECT_TLS_PORT" "tls: true, protocol_options: $([ -z "$RIG_SASL2" ] && echo TLS || echo TLS12)")
$(listener "$CERTIFICATE_PORT" "starttls: true, starttls_required: true, tls_verify: true, protocol_options: TLS")
$(listener "$DIRECT_CERTIFICATE_PORT" "tls: true, tls_verify: true, protocol_options: TLS")
$(listener "$TLS_1_2_PORT" "starttls: true, starttls_required: true, protocol_options: TLS12")
  - {port: $API_PORT, ip: "$RIG_ADDRESS", module: ejabberd_http, request_handlers: {/api: mod_http_api}}
acl:
  loopback: {ip: [127.0.0.0/8]}
access_rules:
  c2s: {allow: all}
api_permissions:
  "rig": {from: mod_http_api, who: {ip: 127.0.0.0/8}, what: "*"}
modules:
  $([ -z "$RIG_SASL2" ] || echo "mod_auth_fast: {token_lifetime: $RIG_TOKEN_TTL}")
  mod_admin_extra: {}
  mod_blocking: {}
  mod_caps: {}
  mod_carboncopy: {}
  mod_client_state: {}
  mod_disco: {}
  mod_http_api: {}
  mod_last: {}
  mod_muc: {host: "conference.@HOST@"}
  mod_offline: {}
  mod_ping: {}
  mod_privacy: {}
  mod_private: {}
  mod_pubsub: {plugins: [flat, pep], ignore_pep_from_offline: true, last_item_cache: false}
  mod_roster: {versioning: true}
  mod_shared_roster: {}
  mod_stream_mgmt: {}
  mod_time: {}
  mod_version: {}
host_config:
  sha1.$RIG_DOMAIN: {auth_password_format: scram, auth_scram_hash: sha}
  sha256.$RIG_DOMAIN: {auth_password_format: scram, auth_scram_hash: sha256}
  sha512.$RIG_DOMAIN: {auth_password_format: scram, auth_scram_hash: sha512}
  plainonly.$RIG_DOMAIN:
    disable_sasl_mechanisms: [X-OAUTH2, DIGEST-MD5, SCRAM-SHA-1, SCRAM-SHA-256, SCRAM-SHA-512, SCRAM-SHA-1-PLUS, SCRAM-SHA-256-PLUS, SCRAM-SHA-512-PLUS]
YAML
