#!/usr/bin/env bash
# Dumps the source into a folder that does not exist yet: SOURCE_DB, SOURCE_DB_PASSWORD, JOBS (4); export.sh FOLDER
set -euo pipefail

# One snapshot for all jobs. What replicates is set up anew on the target, by replicate.sh or not at all.
PGPASSWORD=${SOURCE_DB_PASSWORD-} exec pg_dump --format=directory --jobs="${JOBS:-4}" --no-publications --no-subscriptions \
    --file="$1" --dbname="$SOURCE_DB"
