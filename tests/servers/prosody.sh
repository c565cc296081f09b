#!/bin/bash
# prosody.sh start|stop|kill|restart|status|env|add USER@HOST PASSWORD
#   A throw-away Prosody on loopback, stopped by its pid.  kill is SIGKILL, a crash.
set -euo pipefail
. "$(dirname "$0")/env.sh"
CONFIG=$RIG_BASE/prosody.cfg.lua
PID_FILE=$RIG_BASE/pid
LOG=$RIG_BASE/prosody.log
PROSODY=prosody
[ -z "$RIG_SASL2" ] || PROSODY=$NEWER/usr/bin/prosody
DATA=$RIG_BASE/data

start() {
  command -v "$PROSODY" > /dev/null || die "prosody is not installed; run install-deps.sh"
  if alive "$PID_FILE" "$CONFIG"; then say "runs already (pid $(cat "$PID_FILE"))"; return; fi
  local ports=("$STARTTLS_PORT" "$DIRECT_TLS_PORT")
  [ -z "$RIG_NEIGHBOURS" ] || ports+=("$S2S_PORT")
  [ -z "$RIG_WEB" ] || ports+=("$WEB_PORT")
  for port in "${ports[@]}"; do
    port_open "$port" && die "port $port is in use; choose another RIG_PORT_BASE"
  done
  mkdir -p "$DATA"
  bash "$RIG_DIR/make-certs.sh"
  bash "$RIG_DIR/prosody-config.sh" > "$CONFIG"
  setsid nohup "$PROSODY" -F --config "$CONFIG" >> "$RIG_BASE/output" 2>&1 < /dev/null &
  echo $! > "$PID_FILE"
  for port in "${ports[@]}"; do wait_for_port "$port" "$(cat "$PID_FILE")" "$LOG" "$RIG_BASE/output"; done
  say "$RIG_DOMAIN on $RIG_ADDRESS: STARTTLS $STARTTLS_PORT, direct TLS $DIRECT_TLS_PORT (pid $(cat "$PID_FILE"))"
}

# File names of Prosody's internal storage: everything but letters and digits becomes %xx.
encode() {
  local LC_ALL=C text=$1 out="" character i
  for ((i = 0; i < ${#text}; i++)); do
    character=${text:i:1}
    case $character in [A-Za-z0-9]) out+=$character ;; *) out+=$(printf '%%%02x' "'$character") ;; esac
  done
  echo "$out"
}

# An account as `prosodyctl register` leaves it with plain storage; hosts that hash do so at the first login.
add() {
  local user=${1%@*} host=${1#*@} directory
  directory=$DATA/$(encode "$host")/accounts
  mkdir -p "$directory"
  printf 'return { ["password"] = [==[%s]==]; };\n' "$2" > "$directory/$(encode "$user").dat"
}

case ${1:-} in
  start) start ;;
  stop) end TERM "$PID_FILE" "$CONFIG" ;;
  kill) end KILL "$PID_FILE" "$CONFIG" ;;
  restart) end TERM "$PID_FILE" "$CONFIG"; start ;;
  status) alive "$PID_FILE" "$CONFIG" && echo "running, pid $(cat "$PID_FILE")" || { echo "stopped"; exit 3; } ;;
  env) printf '%s\n' "domain = $RIG_DOMAIN" "starttls = $RIG_ADDRESS:$STARTTLS_PORT" "direct = $RIG_ADDRESS:$DIRECT_TLS_PORT" \
    "ca = $CERTS/ca.crt" "log = $LOG" ;;
  add) [ $# = 3 ] || die "usage: prosody.sh add USER@HOST PASSWORD"; add "$2" "$3" ;;
  *) die "usage: prosody.sh start|stop|kill|restart|status|env|add USER@HOST PASSWORD" ;;
esac
