#!/usr/bin/env bash
# Lets the public names mean an address, by Cloudflare's API (developers.cloudflare.com/api, "DNS Records for a Zone").
#   dns.sh ADDRESS
# DNS_API (https://api.cloudflare.com/client/v4), DNS_ZONE, its id, and DNS_TOKEN
set -euo pipefail

address=$1
records=$DNS_API/zones/$DNS_ZONE/dns_records
call() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $DNS_TOKEN" --header 'Content-Type: application/json' "$@"; }

# The first member of each record is its id; there is no other in this answer.
for id in $(call "$records?type=A" | grep -o '"id":"[^"]*"' | cut -d'"' -f4); do
    call --request PATCH --data "{\"content\":\"$address\"}" "$records/$id" >/dev/null
    echo "$id is $address"
done
