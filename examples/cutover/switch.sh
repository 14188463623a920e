#!/usr/bin/env bash
# Lets the testbed's public names mean the other side, and the side that is left end the connections that clients keep to
# it: a name is looked up only for a new one, so that a browser would stay where it is for as long as its connection lives.
#   switch.sh FROM TO ADDRESS
# The variables of dns.sh; CONTROL and CONTROL_TOKEN of the testbed. A load balancer has its drain or its restart for that.
set -euo pipefail

drain() { curl --silent --show-error --fail-with-body --request "$1" --header "Authorization: Bearer $CONTROL_TOKEN" "$CONTROL/drain/$2"; }

drain DELETE "$2"
"$(dirname "${BASH_SOURCE[0]}")/dns.sh" "$3"
drain PUT "$1"
