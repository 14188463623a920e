#!/usr/bin/env bash
# Lets the password of a role expire, and ends its sessions so that it is asked for again; `undo` lets it in again.
#   expire-password.sh ROLE [undo]     DATABASE is an administrator's URI, DATABASE_PASSWORD the password
set -euo pipefail

export PGPASSWORD=${DATABASE_PASSWORD-} PGCONNECT_TIMEOUT=5
until=yesterday
[ "${2-}" != undo ] || until=infinity
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=role="$1" --set=until="$until" --dbname="$DATABASE" <<'SQL'
alter role :"role" valid until :'until';
select count(pg_terminate_backend(pid)) as "sessions ended" from pg_stat_activity
where usename = :'role' and pid <> pg_backend_pid() and :'until' <> 'infinity';
SQL
