#!/usr/bin/env bash
# Drops every packet to an address for some seconds; as root, where the load comes from. Where that is a network namespace of its
# own (`ip netns exec NAME gate run …`), nobody else is touched.
#   drop-packets.sh ADDRESS PORT SECONDS
set -euo pipefail

rule=(OUTPUT --protocol tcp --destination "$1" --dport "$2" --jump DROP)
trap 'exit 143' TERM
trap 'exit 130' INT
iptables --wait --append "${rule[@]}"
trap 'iptables --wait --delete "${rule[@]}"' EXIT
sleep "$3"
