# Settings of the test server; sourced by the scripts beside it.  The environment may override each.
#   RIG_BASE       directory for everything that is generated: certificates, configuration, data, logs, pid file
#   RIG_PORT_BASE  STARTTLS port; direct TLS listens on the next one
#   RIG_LOG        how much the server logs: debug, info, warn, error
RIG_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
RIG_BASE=${RIG_BASE:-$(dirname "$(mktemp -u)")/presentity-rig}
RIG_PORT_BASE=${RIG_PORT_BASE:-25222}
RIG_LOG=${RIG_LOG:-debug}
RIG_ADDRESS=127.0.0.1
RIG_DOMAIN=alpha.test
RIG_START_TIMEOUT=${RIG_START_TIMEOUT:-30}

STARTTLS_PORT=$RIG_PORT_BASE
DIRECT_TLS_PORT=$((RIG_PORT_BASE + 1))
CERTS=$RIG_BASE/certs

# Virtual hosts beside the domain itself: what they store of a password decides which mechanisms they offer.
MECHANISM_HOSTS=(sha1 sha256 plainonly)
# Virtual hosts whose certificate a client must refuse.
REFUSED_HOSTS=(expired selfsigned wronghost)

say() { echo "rig: $*" >&2; }
die() { echo "rig: ERROR: $*" >&2; exit 1; }
