#!/usr/bin/env bash
# The testbed's part of moving background work: the source's worker stops, the target's has the schedule from now on.
set -euo pipefail

curl --silent --show-error --fail-with-body --request PUT --header "Authorization: Bearer $CONTROL_TOKEN" "$CONTROL/jobs"
