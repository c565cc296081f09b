#!/bin/bash
# ejabberd.sh start|stop|kill|restart|status|env|add USER@HOST PASSWORD
#   A throw-away ejabberd on loopback: no epmd, no cluster, stopped by its pid.  kill is SIGKILL, a crash.
set -euo pipefail
export RIG_DOMAIN=${RIG_DOMAIN:-gamma.test}
. "$(dirname "$0")/env.sh"
CONFIG=$RIG_BASE/ejabberd.yml
PID_FILE=$RIG_BASE/pid
LOG=$RIG_BASE/ejabberd.log
DATA=$RIG_BASE/data
PORTS=("$STARTTLS_PORT" "$DIRECT_TLS_PORT" "$CERTIFICATE_PORT" "$DIRECT_CERTIFICATE_PORT" "$TLS_1_2_PORT" "$API_PORT")
MARK="-mnesia dir \"$DATA\""

# The arguments of a process are NUL-terminated, and MARK has spaces.
alive() {
  [ -s "$1" ] && tr '\0' ' ' 2> /dev/null < "/proc/$(cat "$1")/cmdline" | grep -qF -- "$2"
}

root=
newer=()
if [ -n "$RIG_SASL2" ]; then
  root=$NEWER
  newer=(-pa "$NEWER"/usr/lib/erlang/lib/*/ebin)
fi

libraries() {
  local ebin
  for ebin in "$root"/usr/lib/*/ejabberd-*/ebin "$root"/usr/lib/ejabberd-*/ebin; do
    [ -d "$ebin" ] && { dirname "$(dirname "$ebin")"; return; }
  done
  return 1
}

# One file with certificate and key for each host.
join_certificates() {
  local host
  for host in "$RIG_DOMAIN" "${MECHANISM_HOSTS[@]/%/.$RIG_DOMAIN}"; do
    (umask 077; cat "$CERTS/$host.key" "$CERTS/$host.crt" > "$CERTS/$host.pem")
  done
}

start() {
  local libraries port
  libraries=$(libraries) && command -v erl > /dev/null || die "ejabberd is not installed; run install-deps.sh"
  if alive "$PID_FILE" "$MARK"; then say "runs already (pid $(cat "$PID_FILE"))"; return; fi
  for port in "${PORTS[@]}"; do
    port_open "$port" && die "port $port is in use; choose another RIG_PORT_BASE"
  done
  mkdir -p "$DATA"
  bash "$RIG_DIR/make-certs.sh"
  join_certificates
  bash "$RIG_DIR/ejabberd-config.sh" > "$CONFIG"
  cd "$RIG_BASE"
  HOME=$RIG_BASE ERL_LIBS=$libraries ERL_CRASH_DUMP=$RIG_BASE/erl_crash.dump ERL_MAX_PORTS=4096 \
    EJABBERD_CONFIG_PATH=$CONFIG EJABBERD_LOG_PATH=$LOG \
    setsid nohup erl -noinput "${newer[@]}" +K true +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none \
      -mnesia dir "\"$DATA\"" -s ejabberd >> "$RIG_BASE/output" 2>&1 < /dev/null &
  echo $! > "$PID_FILE"
  for port in "${PORTS[@]}"; do
    wait_for_port "$port" "$(cat "$PID_FILE")" "$RIG_BASE/output"
  done
  say "$RIG_DOMAIN on $RIG_ADDRESS: STARTTLS $STARTTLS_PORT, direct TLS $DIRECT_TLS_PORT, with client certificate $CERTIFICATE_PORT and" \
    "$DIRECT_CERTIFICATE_PORT, TLS 1.2 $TLS_1_2_PORT (pid $(cat "$PID_FILE"))"
}

# api COMMAND JSON: the status line and the body of the answer
api() {
  exec 3<> "/dev/tcp/$RIG_ADDRESS/$API_PORT"
  local LC_ALL=C
  printf 'POST /api/%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s' \
    "$1" "${#2}" "$2" >&3
  cat <&3
  exec 3>&-
}

quoted() { local text=${1//\\/\\\\}; printf '"%s"' "${text//\"/\\\"}"; }

# An account, or another password for one.
add() {
  local user=${1%@*} host=${1#*@} answer command
  for command in register change_password; do
    local key=password
    [ "$command" = register ] || key=newpass
    answer=$(api "$command" "{\"user\":$(quoted "$user"),\"host\":$(quoted "$host"),\"$key\":$(quoted "$2")}")
    case $answer in "HTTP/1.1 200"*) return ;; esac
  done
  die "cannot make $1: $answer"
}

case ${1:-} in
  start) start ;;
  stop) end TERM "$PID_FILE" "$MARK" ;;
  kill) end KILL "$PID_FILE" "$MARK" ;;
  restart) end TERM "$PID_FILE" "$MARK"; start ;;
  status) alive "$PID_FILE" "$MARK" && echo "running, pid $(cat "$PID_FILE")" || { echo "stopped"; exit 3; } ;;
  env) printf '%s\n' "domain = $RIG_DOMAIN" "starttls = $RIG_ADDRESS:$STARTTLS_PORT" "direct = $RIG_ADDRESS:$DIRECT_TLS_PORT" \
    "with client certificate = $RIG_ADDRESS:$CERTIFICATE_PORT" "TLS 1.2 = $RIG_ADDRESS:$TLS_1_2_PORT" "ca = $CERTS/ca.crt" "log = $LOG" ;;
  add) [ $# = 3 ] || die "usage: ejabberd.sh add USER@HOST PASSWORD"; add "$2" "$3" ;;
  *) die "usage: ejabberd.sh start|stop|kill|restart|status|env|add USER@HOST PASSWORD" ;;
esac
