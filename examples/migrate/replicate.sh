#!/usr/bin/env bash
# Migrates a large database by logical replication, while the source goes on; README.md tells the order.
#   replicate.sh start    publication, schema, subscription; waits until every table is copied and follows
#   replicate.sh finish   when the source is frozen: waits until all of it is applied, then advances the sequences
# SOURCE_DB, SOURCE_DB_PASSWORD, TARGET_DB, TARGET_DB_PASSWORD; SOURCE_FOR_TARGET, the source as the target's server reaches
# it ("host=… port=… dbname=… user=… sslmode=verify-full", without the password); NAME (cutover); WITHIN, seconds (86400)
set -euo pipefail

name=${NAME:-cutover}
deadline=$(($(date +%s) + ${WITHIN:-86400}))
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Either side may be closed for everybody else.
export PGOPTIONS='-c default_transaction_read_only=off'
. "$here/sides.sh"

start() {
    without=$(source_db --command="$(cat "$here/without-identity.sql")")
    if [ -n "$without" ]; then
        printf 'Updates and deletes of these tables cannot be replicated; give them a primary key, or "replica identity full":\n%s\n' "$without" >&2
        exit 1
    fi
    work=$(mktemp -d "${TMPDIR:-/tmp}/replicate.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    say "schema"
    PGPASSWORD=${SOURCE_DB_PASSWORD-} pg_dump --format=custom --schema-only --no-publications --no-subscriptions \
        --file="$work/schema" --dbname="$SOURCE_DB"
    PGPASSWORD=${TARGET_DB_PASSWORD-} pg_restore --exit-on-error --dbname="$TARGET_DB" "$work/schema"
    say "publication and subscription $name"
    source_db --set=name="$name" <<<'create publication :"name" for all tables;'
    CONNINFO=$(conninfo "$SOURCE_FOR_TARGET" "${SOURCE_DB_PASSWORD-}") target_db --set=name="$name" <<'SQL'
\getenv conninfo CONNINFO
create subscription :"name" connection :'conninfo' publication :"name";
SQL
    # Neither 'ready' nor 'synchronised': still to be copied.
    await "tables still to be copied" target_db --set=name="$name" <<'SQL'
select count(r.srrelid) filter (where r.srsubstate <> 'r')
from pg_subscription s left join pg_subscription_rel r on r.srsubid = s.oid
where s.subname = :'name' group by s.oid;
SQL
}

finish() {
    frozen=$(source_db --command='select pg_current_wal_lsn()')
    await "bytes of the log not yet applied" source_db --set=name="$name" --set=frozen="$frozen" <<'SQL'
select greatest(0, :'frozen'::pg_lsn - confirmed_flush_lsn)::bigint from pg_replication_slots where slot_name = :'name';
SQL
    say "sequences"
    advance_sequences source_db target_db
}

case ${1-} in
    start | finish) "$1" && say "done" ;;
    *) echo "replicate.sh start | finish" >&2 && exit 64 ;;
esac
