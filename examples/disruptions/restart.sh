#!/usr/bin/env bash
# Ends processes one after the other and waits for each to be started again by whoever supervises it.
#   restart.sh SIGNAL PAUSE PIDFILE...
#     SIGNAL   KILL for a crash, TERM for an orderly end, for PostgreSQL INT (fast shutdown) or QUIT (crash)
#     PAUSE    seconds between a process that is there again and the next one, for it to become ready
#     PIDFILE  holds the process id; the supervisor writes the new one there
set -euo pipefail

signal=$1 pause=$2
shift 2
for file in "$@"; do
    before=$(cat "$file")
    kill -s "$signal" "$before"
    until now=$(cat "$file") && [ -n "$now" ] && [ "$now" != "$before" ] && kill -0 "$now" 2>/dev/null; do
        [ "$SECONDS" -lt 60 ] || { echo "nobody started what ended of $file again" >&2 && exit 1; }
        sleep 0.1
    done
    echo "$file: $before is now $now"
    sleep "$pause"
done
