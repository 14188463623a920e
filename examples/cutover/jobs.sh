#!/usr/bin/env bash
# The testbed's background work while it moves: its workers, and by queue.sh what they have still to do.
#   jobs.sh stop SIDE           before the freeze: the side's workers end when what they do is done
#   jobs.sh start SIDE          they work again, by the schedule too
#   jobs.sh move FROM TO        when FROM is frozen: what is pending goes over, and TO's workers have it and the schedule
#   jobs.sh take-back FROM TO   the undo of it
#   jobs.sh replace FROM TO     the same on the way back, when TO still has what FROM has done meanwhile
# CONTROL and CONTROL_TOKEN of the testbed, the variables of queue.sh. Elsewhere `az containerapp revision deactivate`,
# `kubectl scale --replicas=0` or the like stands in their place.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
workers() { curl --silent --show-error --fail-with-body --request "$1" --header "Authorization: Bearer $CONTROL_TOKEN" "$CONTROL/jobs/$2"; }
stop() {
    workers DELETE "$1"
    "$here/queue.sh" release "$1" worker-1
}

case ${1-} in
    stop) stop "$2" ;;
    start) workers PUT "$2" ;;
    move)
        "$here/queue.sh" move "$2" "$3"
        workers PUT "$3"
        ;;
    take-back)
        stop "$3"
        "$here/queue.sh" take-back "$2" "$3"
        ;;
    replace)
        stop "$2"
        "$here/queue.sh" replace "$2" "$3"
        workers PUT "$3"
        ;;
    *) echo "jobs.sh stop SIDE | start SIDE | move FROM TO | take-back FROM TO | replace FROM TO" >&2 && exit 64 ;;
esac
