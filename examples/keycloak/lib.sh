# Shared by up, down and move: processes that are known by their pid files, and the two databases.
RUN=${KEYCLOAK_RUN:-$here/.run}

fail() { echo "keycloak example: $1" >&2; exit 1; }

# start NAME COMMAND…: in a session of its own, with NAME.pid and NAME.log
start() {
  local name=$1; shift
  setsid "$@" >> "$RUN/$name.log" 2>&1 < /dev/null &
  echo $! > "$RUN/$name.pid"
}

# pids NAME: what lives of it; an id that another program has by now is not ours
pids() { [[ -e $RUN/$1.pid ]] && pgrep -g "$(cat "$RUN/$1.pid")" -f "$RUN/"; }

running() { pids "$1" > /dev/null; }

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
  local until=$((SECONDS + 20)) signal=TERM
  while running "$1"; do
    pids "$1" | xargs -r kill -s "$signal" 2> /dev/null || true # gone between the two
    if ((SECONDS >= until)); then signal=KILL; fi
    sleep 0.3
  done
  rm -f "$RUN/$1.pid"
}

stop_all() {
  local name
  for name in source target dns source-database target-database; do stop "$name"; done
}

database_url() { # side
  local side=KEYCLOAK_${1^^}
  echo "postgresql://keycloak:$KEYCLOAK_SQL_PASSWORD@${!side}:$KEYCLOAK_SQL_PORT/keycloak"
}
