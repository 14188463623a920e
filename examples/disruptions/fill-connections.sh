#!/usr/bin/env bash
# Takes connections of a PostgreSQL server and gives them back after a while; needs psql.
#   fill-connections.sh NUMBER SECONDS     DATABASE is its URI, DATABASE_PASSWORD the password
set -euo pipefail

export PGPASSWORD=${DATABASE_PASSWORD-} PGCONNECT_TIMEOUT=5
taken=()
trap 'kill "${taken[@]}" 2>/dev/null || true' EXIT
for _ in $(seq "$1"); do
    psql --no-psqlrc --quiet --dbname="$DATABASE" --command="select pg_sleep($2)" >/dev/null 2>&1 &
    taken+=($!)
done
ended=0
for session in "${taken[@]}"; do wait "$session" || ended=$((ended + 1)); done
echo "$1 sessions for $2 s, of which $ended were refused"
[ "$ended" -lt "$1" ]
