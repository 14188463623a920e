#!/usr/bin/env bash
# The testbed's part of moving background work: one side's worker stops, the other's has the schedule from now on.
#   jobs.sh SIDE
set -euo pipefail

curl --silent --show-error --fail-with-body --request PUT --header "Authorization: Bearer $CONTROL_TOKEN" "$CONTROL/jobs/$1"
