#!/usr/bin/env bash
# Restores a dump into an empty database, and stops at the first error: TARGET_DB, TARGET_DB_PASSWORD, JOBS (4);
# import.sh FOLDER [option of pg_restore …]
set -euo pipefail

dump=$1
shift
export PGPASSWORD=${TARGET_DB_PASSWORD-}
pg_restore --jobs="${JOBS:-4}" --exit-on-error --dbname="$TARGET_DB" "$@" "$dump"
# A restored database knows nothing of its rows: the first queries would be planned blindly.
# Of the catalogs, which only a superuser may analyse, PostgreSQL would warn one by one.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$TARGET_DB" <<<'set client_min_messages = error; analyze;'
