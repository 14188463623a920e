#!/usr/bin/env bash
# Turns the replication round, so that the source follows the target and can take over again. When replicate.sh finish is
# done, the source frozen and the target not yet written: what the target writes before this is not sent back.
#   way-back.sh           ends the subscription of the target, then makes the reverse one for the same tables
#   way-back.sh finish    for going back, when the target is closed: waits until the source has applied all of it, advances
#                         the source's sequences, and ends the reverse subscription
# The variables of replicate.sh, and TARGET_FOR_SOURCE, the target as the source's server reaches it; BACK (wayback)
set -euo pipefail

# Either side may be closed for everybody else.
export PGOPTIONS='-c default_transaction_read_only=off'

name=${NAME:-cutover}
back=${BACK:-wayback}
deadline=$(($(date +%s) + ${WITHIN:-600}))
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/sides.sh"

if [ "${1-}" = finish ]; then
    closed=$(target_db --command='select pg_current_wal_lsn()')
    await "bytes of the log not yet applied" target_db --set=name="$back" --set=closed="$closed" <<'SQL'
select greatest(0, :'closed'::pg_lsn - confirmed_flush_lsn)::bigint from pg_replication_slots where slot_name = :'name';
SQL
    say "sequences"
    advance_sequences target_db source_db
    say "end $back"
    source_db --set=name="$back" <<<'drop subscription if exists :"name";'
    say "done"
    exit
fi

# The tables of a publication; "all tables" where it was for all.
published=$(source_db --set=name="$name" <<'SQL'
select case when puballtables then 'all tables'
            else 'table ' || (select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_publication_tables where pubname = :'name') end
from pg_publication where pubname = :'name';
SQL
)
say "end $name"
# With it goes its slot on the source.
target_db --set=name="$name" <<<'drop subscription if exists :"name";'
say "publication and subscription $back"
target_db --set=name="$back" <<<"create publication :\"name\" for ${published:-all tables};"
# Both sides have the rows already: nothing is copied. Nothing that came from elsewhere is sent back (PostgreSQL 16).
options="copy_data = false"
[ "$(source_db --command='show server_version_num')" -lt 160000 ] || options="$options, origin = none"
CONNINFO=$(conninfo "$TARGET_FOR_SOURCE" "${TARGET_DB_PASSWORD-}") source_db --set=name="$back" --set=options="$options" <<'SQL'
\getenv conninfo CONNINFO
create subscription :"name" connection :'conninfo' publication :"name" with (:options);
SQL
await "tables that do not follow yet" source_db --set=name="$back" <<'SQL'
select count(r.srrelid) filter (where r.srsubstate <> 'r')
from pg_subscription s left join pg_subscription_rel r on r.srsubid = s.oid
where s.subname = :'name' group by s.oid;
SQL
say "done"
