package io.cutovergate.testbed.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a program that would outlive its starter under a small shell that would not.
 *
 * <p>The shell first prints the program's process id. Each line on its standard input is a signal to pass on; when the
 * input ends, because whoever holds the pipe closed it or was killed, the program is killed and its directory removed.
 * When the shell itself is killed, the kernel signals the program (util-linux's {@code setpriv --pdeathsig}, where there
 * is one). A Ctrl-C at the terminal is left to the starter.
 */
public final class Leash {
    private static final String SCRIPT = """
            exec 3<&0
            home=$1; signal=$2; shift 2
            trap '' INT HUP TERM
            trap 'ended=yes' USR1
            "$@" </dev/null >>"$LEASH_LOG" 2>&1 3<&- &
            child=$!
            echo $child
            (
                while read -r asked <&3; do kill -s "$asked" $child; done
                kill -s USR1 $$
                kill -s "$signal" $child
                tries=0
                while kill -0 $child && [ $tries -lt 30 ]; do sleep 0.1; tries=$((tries + 1)); done
                kill -s KILL $child
            ) >/dev/null 2>&1 &
            watch=$!
            exec >/dev/null 2>&1
            while kill -0 $child; do wait $child; done
            kill -s KILL $watch
            wait $watch
            if [ -n "$ended" ]; then rm -rf "$home"; fi
            """;

    private final List<String> command;

    private Leash(List<String> command) {
        this.command = command;
    }

    /**
     * A leash for a program.
     *
     * @param home removed when the leash is let go
     * @param signal ends the program at once, but lets it free what the kernel would not
     * @param prefix a command that runs the program as another user, or nothing
     */
    public static Leash of(Path home, String signal, List<String> prefix, List<String> program) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "leash", home.toString(), signal));
        command.addAll(prefix);
        if (onPath("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", signal));
        }
        command.addAll(program);
        return new Leash(command);
    }

    /** The builder of the shell's process, whose program appends what it prints to a file. */
    public ProcessBuilder builder(Path log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LEASH_LOG", log.toString());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder;
    }

    /** Whether this machine has a program. */
    public static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
