# What replicate.sh and way-back.sh share; both set name and deadline.

say() { echo "$(date -u +%H:%M:%SZ) $*"; }
psql_at() { psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --dbname="$@"; }
source_db() { PGPASSWORD=${SOURCE_DB_PASSWORD-} psql_at "$SOURCE_DB" "$@"; }
target_db() { PGPASSWORD=${TARGET_DB_PASSWORD-} psql_at "$TARGET_DB" "$@"; }

# Replication does not move them: advance_sequences FROM TO
advance_sequences() {
    local sequences
    sequences=$("$1" --command="select format('select setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value)
        from pg_sequences where last_value is not null")
    "$2" --output=/dev/null <<<"$sequences"
}

# The form that "create subscription" takes: host=… password='…'
conninfo() {
    local password=${2//\\/\\\\}
    echo "$1 password='${password//\'/\\\'}'"
}

# Asks the query on standard input until it answers 0: await "what is counted" command …
await() {
    local what=$1 query left before=
    query=$(cat)
    shift
    while left=$("$@" <<<"$query") && [ "$left" != 0 ]; do
        [ "$left" = "$before" ] || say "$what: ${left:-unknown, there is no such subscription or slot}"
        before=$left
        if [ -z "$left" ] || [ "$(date +%s)" -ge "$deadline" ]; then
            echo "given up: $what is ${left:-unknown}" >&2
            return 1
        fi
        sleep 1
    done
    say "$what: $left"
    [ "$left" = 0 ]
}
