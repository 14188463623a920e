#!/usr/bin/env bash
# Migrates a small database: export, import, verify; the variables are those of the three. Beside them
#   REHEARSAL=NAME_rehearsal   into a database of that name, made for it on the target's server and dropped at the end;
#                              TARGET_DB is then any database of that server, its role one that may create others
#   VERIFY=off                 where the source is written meanwhile; data-integrity compares then
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/migrate.XXXXXX")
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'rm -rf "$work"' EXIT

say() { echo "$(date -u +%H:%M:%SZ) $*"; }
server() { PGPASSWORD=${TARGET_DB_PASSWORD-} psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=name="$REHEARSAL" --dbname="$server"; }
drop() { server <<<'set client_min_messages = warning; drop database if exists :"name" with (force);'; }

options=()
if [ -n "${REHEARSAL-}" ]; then
    case $REHEARSAL in
        *_rehearsal) ;;
        *) echo "REHEARSAL is $REHEARSAL: it is dropped, and so its name must end with _rehearsal" >&2 && exit 64 ;;
    esac
    server=$TARGET_DB
    address=${server%%\?*}
    export TARGET_DB=${address%/*}/$REHEARSAL${server#"$address"}
    # Its role may create databases, but is not the one that owns the application's objects.
    options=(--no-owner --no-privileges)
    say "create $REHEARSAL"
    drop
    trap 'rm -rf "$work"; drop' EXIT
    server <<<'create database :"name" template template0;'
fi

say "export"
"$here/export.sh" "$work/dump"
say "import of $(du -sh "$work/dump" | cut -f1)"
"$here/import.sh" "$work/dump" "${options[@]}"
if [ "${VERIFY-}" != off ]; then
    say "verify"
    "$here/verify.sh"
fi
say "done"
