package io.cutovergate.bench.watch;

/** How the service is made not to serve, and to serve again. */
enum Kind {
    REFUSED("listener closed"),
    KILLED("killed"),
    ANSWERS_503("503"),
    STOPPED("SIGSTOP"),
    DROPPED("packets dropped"),
    SLOW("slow, +300 ms");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Makes an outage of about that length. */
    Case make(Subject subject, long micros) {
        Moment begun = begin(subject);
        Moment.await(begun.middle() + micros);
        Moment ended = end(subject);
        // A service that was stopped is no better off than before until it has worked off whoever waited for it.
        return this == STOPPED
                ? new Case(title, micros, begun, ended, subject.tell("caught-up"))
                : new Case(title, micros, begun, ended);
    }

    private Moment begin(Subject subject) {
        return switch (this) {
            case REFUSED -> subject.tell("close");
            case KILLED -> subject.kill();
            case ANSWERS_503 -> subject.tell("status 503");
            case STOPPED -> subject.signal("STOP");
            case DROPPED -> subject.shell(rule("insert", subject));
            case SLOW -> subject.tell("delay 300");
        };
    }

    private Moment end(Subject subject) {
        return switch (this) {
            case REFUSED -> subject.tell("open");
            case KILLED -> subject.openSpare();
            case ANSWERS_503 -> subject.tell("status 200");
            case STOPPED -> subject.signal("CONT");
            case DROPPED -> subject.shell(rule("delete", subject));
            case SLOW -> subject.tell("delay 0");
        };
    }

    private static String rule(String what, Subject subject) {
        return "iptables --wait --" + what + " INPUT --protocol tcp --dport " + subject.port() + " --jump DROP";
    }

    @Override
    public String toString() {
        return title;
    }
}
