# Settings of the test server; sourced by the scripts beside it.  The environment may override each.
#   RIG_BASE       directory for everything that is generated: certificates, configuration, data, logs, pid file
#   RIG_PORT_BASE  STARTTLS port; direct TLS listens on the next one, and ejabberd on four more
#   RIG_TLS_MAX    the highest version of TLS that Prosody offers: 1.2 or 1.3
#   RIG_SASL2      not empty for servers with SASL 2, Bind 2 and tokens: Prosody 13 with its community modules, ejabberd 24
#   RIG_TOKEN_TTL  seconds that their tokens are good for
#   RIG_DOMAIN     the main virtual host; the others stand below it
#   RIG_STANZA_BYTES  the largest stanza that Prosody takes from a client
#   RIG_NEIGHBOURS other servers that Prosody may reach, as DOMAIN=PORT of their s2s ports, with spaces between; none: no federation
#   RIG_WEB        a folder with pages that Prosody serves, with WebSocket beside them, for clients in a browser; none: no web
#   RIG_AUTHORITY  a folder with the ca.crt and ca.key of the neighbours' authority, to have the same; empty for one of its own
#   RIG_GROUPS     a file with the groups that Prosody puts its accounts into (mod_groups); empty for none
#   RIG_LOG        how much the server logs: debug, info, warn, error
RIG_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
RIG_BASE=${RIG_BASE:-$(dirname "$(mktemp -u)")/presentity-rig}
RIG_PORT_BASE=${RIG_PORT_BASE:-25222}
RIG_LOG=${RIG_LOG:-debug}
RIG_ADDRESS=127.0.0.1
RIG_DOMAIN=${RIG_DOMAIN:-alpha.test}
RIG_TLS_MAX=${RIG_TLS_MAX:-1.3}
RIG_STANZA_BYTES=${RIG_STANZA_BYTES:-262144}
RIG_NEIGHBOURS=${RIG_NEIGHBOURS:-}
RIG_WEB=${RIG_WEB:-}
RIG_AUTHORITY=${RIG_AUTHORITY:-}
RIG_SASL2=${RIG_SASL2:-}
RIG_GROUPS=${RIG_GROUPS:-}
RIG_TOKEN_TTL=${RIG_TOKEN_TTL:-86400}
NEWER=/usr/local/lib/presentity-rig/newer
RIG_START_TIMEOUT=${RIG_START_TIMEOUT:-30}

STARTTLS_PORT=$RIG_PORT_BASE
DIRECT_TLS_PORT=$((RIG_PORT_BASE + 1))
S2S_PORT=$((RIG_PORT_BASE + 2))           # Prosody: other servers
CERTIFICATE_PORT=$((RIG_PORT_BASE + 2))   # ejabberd: STARTTLS, and clients are asked for a certificate
WEB_PORT=$((RIG_PORT_BASE + 3))           # Prosody: HTTPS
TLS_1_2_PORT=$((RIG_PORT_BASE + 3))       # ejabberd: STARTTLS with TLS 1.2 alone
API_PORT=$((RIG_PORT_BASE + 4))           # ejabberd: accounts are made here
DIRECT_CERTIFICATE_PORT=$((RIG_PORT_BASE + 5)) # ejabberd: direct TLS, and clients are asked for a certificate
CERTS=$RIG_BASE/certs

# Virtual hosts beside the domain itself: what they store of a password decides which mechanisms they offer.
MECHANISM_HOSTS=(sha1 sha256 sha512 plainonly)
# Virtual hosts whose certificate a client must refuse.
REFUSED_HOSTS=(expired selfsigned wronghost)

port_open() { (exec 3<>"/dev/tcp/$RIG_ADDRESS/$1") 2>/dev/null; }

# wait_for_port PORT PID LOG...: until it is open, the process ends, or the time is over
wait_for_port() {
  local end=$((SECONDS + RIG_START_TIMEOUT)) port=$1 pid=$2
  shift 2
  until port_open "$port"; do
    kill -0 "$pid" 2> /dev/null || { tail -n 20 "$@" >&2; die "the server ended while it started"; }
    [ $SECONDS -lt $end ] || { tail -n 20 "$@" >&2; die "port $port is not open after ${RIG_START_TIMEOUT} s"; }
    sleep 0.05
  done
}

# alive PID_FILE MARK: the process in the file runs and is ours
alive() {
  [ -s "$1" ] && grep -qF -- "$2" "/proc/$(cat "$1")/cmdline" 2>/dev/null
}

# end SIGNAL PID_FILE MARK: sends it and waits until the process is gone
end() {
  alive "$2" "$3" || { say "not running"; rm -f "$2"; return; }
  local pid; pid=$(cat "$2")
  kill -"$1" "$pid"
  for _ in $(seq 200); do alive "$2" "$3" || break; sleep 0.05; done
  if alive "$2" "$3"; then say "pid $pid ignores SIG$1"; kill -KILL "$pid"; fi
  rm -f "$2"
}

say() { echo "rig: $*" >&2; }
die() { echo "rig: ERROR: $*" >&2; exit 1; }
