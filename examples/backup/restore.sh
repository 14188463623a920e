#!/usr/bin/env bash
# Restores a backup into an empty database, or fails: PGPASSWORD=… restore.sh BACKUP postgresql://user@host:port/database
set -euo pipefail

exec pg_restore --no-owner --no-privileges --exit-on-error --dbname="$2" "$1"
