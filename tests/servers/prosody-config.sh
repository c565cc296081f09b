#!/bin/bash
# Prints the configuration of the test server: a plain Prosody that keeps everything under $RIG_BASE.
set -euo pipefail
. "$(dirname "$0")/env.sh"

# Which password storage a virtual host has, and so which SASL mechanisms it offers.
authentication_of() {
  case $1 in
    sha1) echo 'authentication = "internal_hashed"' ;;   # Prosody's default: PLAIN and SCRAM-SHA-1
    sha256) echo 'authentication = "internal_hashed"; password_hash = "SHA-256"' ;;
    sha512) echo 'authentication = "internal_hashed"' ;;   # of ejabberd's; Prosody does not know it
    plainonly) echo 'disable_sasl_mechanisms = { "SCRAM-SHA-1", "SCRAM-SHA-256", "DIGEST-MD5" }' ;;
  esac
}

# Other servers, reached over TLS with certificates of the one authority, or none.
federation() {
  if [ -z "$RIG_NEIGHBOURS" ]; then echo 'modules_disabled = { "s2s" }'; return; fi
  local neighbour
  cat <<LUA
plugin_paths = { "$RIG_DIR" }
s2s_ports = { $S2S_PORT }
s2s_require_encryption = true
s2s_secure_auth = true
s2s_timeout = 5
neighbours = { $(for neighbour in $RIG_NEIGHBOURS; do echo "[\"${neighbour%=*}\"] = ${neighbour#*=};"; done) }
LUA
}

# Pages and WebSocket over HTTPS, for clients in a browser. vcard_legacy, which a Prosody has out of the box, gives them icons.
web() {
  [ -n "$RIG_WEB" ] || return 0
  cat <<LUA
http_ports = { }
https_ports = { $WEB_PORT }
https_interfaces = { "$RIG_ADDRESS" }
https_ssl = { certificate = "$CERTS/$RIG_DOMAIN.crt"; key = "$CERTS/$RIG_DOMAIN.key" }
http_default_host = "$RIG_DOMAIN"
http_files_dir = "$RIG_WEB"
http_paths = { files = "/" }
LUA
}

# Version 13 has channel binding in TLS 1.3, to a type that slixmpp does not know while it takes the mechanism: people use direct TLS, 1.2.
direct_tls=
[ -z "$RIG_SASL2" ] || direct_tls='; protocol = "tlsv1_2"'

virtual_host() { # HOST AUTHENTICATION
  cat <<LUA

VirtualHost "$1"
  ssl = { certificate = "$CERTS/$1.crt"; key = "$CERTS/$1.key" }
  c2s_direct_tls_ssl = { certificate = "$CERTS/$1.crt"; key = "$CERTS/$1.key"$direct_tls }
  $2
LUA
}

cat <<LUA
run_as_root = $([ "$(id -u)" = 0 ] && echo true || echo false)
data_path = "$RIG_BASE/data"
certificates = "$CERTS"
log = { { levels = { min = "$RIG_LOG" }; to = "file"; filename = "$RIG_BASE/prosody.log" } }
storage = "internal"
network_backend = "epoll"
use_ipv6 = false

interfaces = { "$RIG_ADDRESS" }
c2s_ports = { $STARTTLS_PORT }
c2s_direct_tls_ports = { $DIRECT_TLS_PORT }

modules_enabled = {
  "roster"; "saslauth"; "tls"; "disco"; "carbons"; "pep"; "private"; "blocklist";
  "version"; "uptime"; "time"; "ping"; "csi_simple"; "smacks"; $([ -z "$RIG_NEIGHBOURS" ] || echo '"neighbours";')
  $([ -z "$RIG_WEB" ] || echo '"websocket"; "http_files"; "vcard4"; "vcard_legacy";')
  $([ -z "$RIG_SASL2" ] || echo '"sasl2"; "sasl2_bind2"; "sasl2_sm"; "sasl2_fast";')
  $([ -z "$RIG_GROUPS" ] || echo '"groups";')
}
$([ -z "$RIG_GROUPS" ] || echo "groups_file = \"$RIG_GROUPS\"")
$(federation)
$(web)

sasl2_fast_token_ttl = $RIG_TOKEN_TTL

authentication = "internal_plain" -- offers PLAIN, SCRAM-SHA-1 and SCRAM-SHA-256
c2s_require_encryption = true
c2s_stanza_size_limit = $RIG_STANZA_BYTES
allow_unencrypted_plain_auth = false
ssl = { protocol = "$([ "$RIG_TLS_MAX" = 1.2 ] && echo tlsv1_2 || echo tlsv1_2+)"; cafile = "$CERTS/ca.crt"; capath = "" }
$([ -z "$RIG_SASL2" ] || echo "c2s_direct_tls_ssl = { certificate = \"$CERTS/$RIG_DOMAIN.crt\"; key = \"$CERTS/$RIG_DOMAIN.key\"$direct_tls }")
LUA

virtual_host "$RIG_DOMAIN" ""
for host in "${MECHANISM_HOSTS[@]}" "${REFUSED_HOSTS[@]}"; do
  virtual_host "$host.$RIG_DOMAIN" "$(authentication_of "$host")"
done

cat <<LUA

Component "conference.$RIG_DOMAIN" "muc"
LUA
