#!/usr/bin/env bash
# Makes a backup, and beside it the manifest of what it must restore, both of the same moment.
#   PGPASSWORD=… backup.sh postgresql://user@host:port/database FOLDER
set -euo pipefail

url=$1
folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

umask 077
mkdir -p "$folder"
# Names sort by time.
backup=$folder/$(date -u +%Y%m%dT%H%M%SZ).dump
part=$backup.part
trap 'rm -f "$part" "$part.manifest" "$part.failed"' EXIT
export url part

# The transaction holds the snapshot open that pg_dump reads; the manifest is made in it.
psql --no-psqlrc --quiet --tuples-only --no-align --field-separator=$'\t' --set=ON_ERROR_STOP=1 \
    --set=manifest="$here/manifest.sql" --dbname="$url" >"$part.manifest" <<'SQL'
begin isolation level repeatable read, read only;
select pg_export_snapshot() as snapshot \gset
\setenv snapshot :snapshot
\! pg_dump --format=custom --snapshot="$snapshot" --no-owner --no-privileges --no-publications --no-subscriptions --file="$part" --dbname="$url" || touch "$part.failed"
\i :manifest
commit;
SQL
[ ! -e "$part.failed" ] || exit 1

mv "$part.manifest" "$backup.manifest"
mv "$part" "$backup"
echo "$backup"
