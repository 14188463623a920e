package io.cutovergate.testbed.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small shell that removes the environment's files when this process ends without having done so. */
final class Janitor {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            while read -r _; do :; done
            tries=0
            while [ $tries -lt 100 ]; do
                left=
                for path in "$@"; do
                    if [ -e "$path" ]; then left=yes; rm -rf "$path"; fi
                done
                [ -n "$left" ] || exit 0
                sleep 0.1
                tries=$((tries + 1))
            done
            """;

    private Janitor() {}

    /** Starts it; it waits for the end of the pipe that it shares with this process only. */
    static void start(Path... paths) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "janitor"));
        Arrays.stream(paths).map(Path::toString).forEach(command::add);
        Process unused = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
