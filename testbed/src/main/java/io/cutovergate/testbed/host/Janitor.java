package io.cutovergate.testbed.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small shell that removes the environment's files when this process ends without having done so. */
record Janitor(Process process) {
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

    /** Starts it; it waits for the end of the pipe that it shares with this process only. */
    static Janitor start(Path... paths) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "janitor"));
        Arrays.stream(paths).map(Path::toString).forEach(command::add);
        return new Janitor(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Lets it do what is left to do, and waits for its end. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
