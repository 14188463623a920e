#!/bin/sh
# Runs the browser's driver until it ends or standard input does: that happens when the gate ends, in whatever way. The
# browser follows its driver, because the two talk through a pipe. Then the folder of both is removed.
exec 3<&0
"$GATE_DRIVER" "$@" &
driver=$!
trap 'kill -KILL "$driver"' TERM INT HUP
{ read -r nothing <&3; kill -KILL "$driver"; } 2>/dev/null &
watcher=$!
wait "$driver"
kill -KILL "$watcher" 2>/dev/null
until rm -rf "$GATE_FOLDER" 2>/dev/null; do sleep 0.1; done
