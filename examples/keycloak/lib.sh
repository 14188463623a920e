# Shared by up, down and move: processes that are known by their pid files, and the two databases.
RUN=${KEYCLOAK_RUN:-$here/.run}

fail() { echo "keycloak example: $1" >&2; exit 1; }

# start NAME COMMAND…: in a session of its own, with NAME.pid and NAME.log
start() {
  local name=$1; shift
  setsid "$@" >> "$RUN/$name.log" 2>&1 < /dev/null &
  echo $! > "$RUN/$name.pid"
}

running() { # name
  local pid; pid=$(cat "$RUN/$1.pid" 2>/dev/null) && [[ -r /proc/$pid/cmdline ]] &&
    tr '\0' ' ' < "/proc/$pid/cmdline" | grep -qF "$RUN/" # a pid that another program has by now is not ours
}

# ready NAME SECONDS COMMAND…: waits until COMMAND succeeds; ends with the log when NAME died or the time is over
ready() {
  local name=$1 until=$((SECONDS + $2)) since=$SECONDS; shift 2
  until "$@" > /dev/null 2>&1; do
    if ! running "$name" || ((SECONDS >= until)); then
      tail -n 30 "$RUN/$name.log" >&2
      echo "keycloak example: $name did not come up within $((SECONDS - since)) s" >&2
      return 1
    fi
    sleep 0.3
  done
  echo "$name: up after $((SECONDS - since)) s"
}

stop() { # name
  running "$1" || { rm -f "$RUN/$1.pid"; return 0; }
  local pid until=$((SECONDS + 20)); pid=$(cat "$RUN/$1.pid")
  kill "$pid"
  while running "$1"; do
    if ((SECONDS >= until)); then kill -9 -- "-$pid"; fi
    sleep 0.2
  done
  rm "$RUN/$1.pid"
}

stop_all() {
  local name
  for name in source target dns source-database target-database; do stop "$name"; done
}

database_url() { # side
  local side=KEYCLOAK_${1^^}
  echo "postgresql://keycloak:$KEYCLOAK_SQL_PASSWORD@${!side}:$KEYCLOAK_SQL_PORT/keycloak"
}
