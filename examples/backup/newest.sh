#!/usr/bin/env bash
# Prints the newest backup of a folder, or nothing: newest.sh FOLDER
set -euo pipefail

newest=
for backup in "$1"/*.dump; do
    # Sorted by name, and so by time.
    [ -e "$backup" ] && newest=$backup
done
[ -z "$newest" ] || echo "$newest"
