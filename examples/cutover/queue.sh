#!/usr/bin/env bash
# Moves what db-scheduler has still to do from one side's table to the other's, when no worker of either side executes it.
#   queue.sh move FROM TO        to TO, as it stands on FROM, which is frozen and keeps it: that is what the gate compares with
#   queue.sh take-back FROM TO   what was moved goes from TO again, before a worker of TO was let loose on it
#   queue.sh replace FROM TO     for the way back: what FROM has no more is done, and must not be done again on TO
#   queue.sh release SIDE NAME   what the worker NAME, which has ended, took and did not begin, as its library would after a while
# SIDE, FROM and TO are source or target, with SOURCE_ADMIN, SOURCE_ADMIN_PASSWORD, TARGET_ADMIN and TARGET_ADMIN_PASSWORD;
# QUEUE (public.scheduled_tasks); STAY, names of tasks that do not move, between commas.
set -euo pipefail
# What fails inside $(…) must end this too: what FROM could not tell must not pass for nothing to do.
shopt -s inherit_errexit

queue=${QUEUE:-public.scheduled_tasks}
# Either side may be closed for everybody else.
ask() {
    local url=${1^^}_ADMIN password=${1^^}_ADMIN_PASSWORD
    shift
    PGPASSWORD=${!password-} PGOPTIONS='-c default_transaction_read_only=off -c client_min_messages=warning' psql --no-psqlrc --quiet \
        --tuples-only --no-align --set=ON_ERROR_STOP=1 --set=name="${name-}" --dbname="${!url}" "$@"
}
moves="task_name <> all (string_to_array('${STAY-}', ','))"

# What FROM has, as the table "moved" of a session of TO that then runs standard input, all of it or nothing.
with_moved() {
    local columns
    columns=$(ask "$1" --command="select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = '$queue'::regclass and attnum > 0 and not attisdropped")
    {
        echo "begin; create temporary table moved (like $queue) on commit drop; copy moved ($columns) from stdin;"
        ask "$1" --command="copy (select $columns from $queue where $moves) to stdout"
        echo '\.'
        # Nobody executes it now, whoever did.
        echo 'update moved set picked = false, picked_by = null, last_heartbeat = null;'
        cat
        echo 'select count(*) from moved; commit;'
    } | ask "$2"
}

same="queue.task_name = moved.task_name and queue.task_instance = moved.task_instance"
case ${1-} in
    move)
        count=$(with_moved "$2" "$3" <<<"delete from $queue queue using moved where $same;
            insert into $queue select * from moved;")
        echo "$count executions of $2 stand on $3"
        ;;
    take-back)
        count=$(with_moved "$2" "$3" <<<"delete from $queue queue using moved where $same;")
        echo "$count executions of $2 do not stand on $3 any more"
        ;;
    replace)
        count=$(with_moved "$2" "$3" <<<"delete from $queue where $moves; insert into $queue select * from moved;")
        echo "$count executions of $2 stand on $3, and no others"
        ;;
    release)
        name=$3
        ask "$2" <<<"update $queue set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked and picked_by = :'name';"
        ;;
    *) echo "queue.sh move FROM TO | take-back FROM TO | replace FROM TO | release SIDE NAME" >&2 && exit 64 ;;
esac
