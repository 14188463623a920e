#!/usr/bin/env bash
# Lets a side's database take no more writes, or take them again, without ending a session: readers notice nothing.
#   read-only.sh source|target on|off
# SOURCE_ADMIN, SOURCE_ADMIN_PASSWORD, TARGET_ADMIN, TARGET_ADMIN_PASSWORD: as a role that may "alter system". A managed
# database has its parameter group for that (default_transaction_read_only is dynamic on RDS and on Azure).
set -euo pipefail

side=${1^^} state=$2
url=${side}_ADMIN password=${side}_ADMIN_PASSWORD
ask() { PGPASSWORD=${!password-} PGOPTIONS='-c default_transaction_read_only=off' psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="${!url}" "$@"; }

if [ "$state" = off ]; then
    ask --command='alter system reset default_transaction_read_only' --command='select pg_reload_conf()' >/dev/null
    exit
fi
ask --command='alter system set default_transaction_read_only = on' --command='select pg_reload_conf()' >/dev/null
since=$(ask --command='select clock_timestamp()')
# A transaction that had begun before still may write; sessions take the setting with their next one.
for ((i = 0; i < 300; i++)); do
    open=$(ask --set=since="$since" <<<"select count(*) from pg_stat_activity where backend_xid is not null and xact_start < :'since'::timestamptz and pid <> pg_backend_pid() and backend_type = 'client backend'")
    [ "$open" = 0 ] && exit
    sleep 0.1
done
echo "$open transactions that write are still open" >&2
exit 1
