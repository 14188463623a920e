#!/bin/sh
# Runs the browser's driver until it ends or standard input does: that happens when the gate ends, in whatever way. The
# browser follows its driver, because the two talk through a pipe. Then the folder of both is removed.
exec 3<&0
"$GATE_DRIVER" "$@" &
driver=$!
# Nobody may be there to read what the shell says of its jobs, and then saying it would end the shell.
exec >/dev/null 2>&1
trap 'kill -KILL "$driver"' TERM INT HUP
{ read -r nothing <&3; kill -KILL "$driver"; } &
watcher=$!
wait "$driver"
kill -KILL "$watcher"
until rm -rf "$GATE_FOLDER"; do sleep 0.1; done
