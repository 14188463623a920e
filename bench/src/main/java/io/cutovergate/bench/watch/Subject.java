package io.cutovergate.bench.watch;

import io.cutovergate.testbed.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service, and what can be done to it from outside. */
final class Subject implements AutoCloseable {

    private final List<String> command;
    private final Talking shell;
    private final int port;
    private final List<Moment> stalls = new ArrayList<>();
    private Talking service;
    private @Nullable Talking spare;

    private Subject(List<String> command, Talking shell, int port) {
        this.command = command;
        this.shell = shell;
        this.port = port;
        this.service = warm();
    }

    static Subject start(Place place, int port, Path store) {
        List<String> command = new ArrayList<>(JavaCommand.of(Service.class.getName(), "64m"));
        command.addAll(List.of(place.address(), Integer.toString(port), store.toString()));
        Subject subject =
                new Subject(place.command(command), Talking.start(place.command(List.of("bash", "--norc"))), port);
        subject.tell("open");
        return subject;
    }

    int port() {
        return port;
    }

    private Talking warm() {
        Talking started = Talking.start(command);
        if (!started.hear().equals(Service.WARM)) {
            throw new IllegalStateException("the service did not start");
        }
        return started;
    }

    Moment tell(String what) {
        return Moment.of(service.tell(what));
    }

    /** Starts another process that will serve when it is told to. */
    void prepareSpare() {
        spare = warm();
    }

    Moment kill() {
        note();
        Moment killed = signal("KILL");
        service.close();
        return killed;
    }

    Moment openSpare() {
        if (spare == null) {
            throw new IllegalStateException("there is no spare");
        }
        service = spare;
        spare = null;
        return tell("open");
    }

    /** A signal, by a shell that has been running for long, so that none has to be started for it. */
    Moment signal(String name) {
        return shell("kill -" + name + " " + service.pid());
    }

    /** Runs a command where the service stands. */
    Moment shell(String what) {
        String said =
                shell.tell("a=$EPOCHREALTIME; { " + what + "; } >&2; s=$?; b=$EPOCHREALTIME; echo ${a/./} ${b/./} $s");
        if (!said.endsWith(" 0")) {
            throw new IllegalStateException(what + " failed");
        }
        return Moment.of(said);
    }

    /** When its processes stood still, by themselves. */
    List<Moment> stalls() {
        note();
        return List.copyOf(stalls);
    }

    private void note() {
        stalls.addAll(Stalls.of(service.tell("stalls")));
    }

    @Override
    public void close() {
        service.close();
        shell.close();
    }
}
