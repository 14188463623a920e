#!/usr/bin/env bash
# Compares every row of both sides in every cell: SOURCE_DB, SOURCE_DB_PASSWORD, TARGET_DB, TARGET_DB_PASSWORD, GATE (gate);
# verify.sh [option of gate compare …]. The source must not be written meanwhile, or give --lag.
set -euo pipefail

# Without the rows that differ: what this writes is kept.
exec "${GATE:-gate}" compare --show 0 --source "$SOURCE_DB" --target "$TARGET_DB" "$@"
