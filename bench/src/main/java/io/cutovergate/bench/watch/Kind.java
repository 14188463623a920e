package io.cutovergate.bench.watch;

import java.util.function.Function;

/** How the service is made not to serve, and to serve again. */
enum Kind {
    REFUSED("listener closed", subject -> subject.tell("close"), subject -> subject.tell("open")),
    KILLED("killed", Subject::kill, Subject::openSpare),
    ANSWERS_503("503", subject -> subject.tell("status 503"), subject -> subject.tell("status 200")),
    STOPPED("SIGSTOP", subject -> subject.signal("STOP"), subject -> subject.signal("CONT")),
    DROPPED(
            "packets dropped",
            subject -> subject.shell(rule("insert", subject)),
            subject -> subject.shell(rule("delete", subject))),
    SLOW("slow, +300 ms", subject -> subject.tell("delay 300"), subject -> subject.tell("delay 0"));

    private final String title;
    private final Function<Subject, Moment> begin;
    private final Function<Subject, Moment> end;

    Kind(String title, Function<Subject, Moment> begin, Function<Subject, Moment> end) {
        this.title = title;
        this.begin = begin;
        this.end = end;
    }

    /** Makes an outage of about that length. */
    Case make(Subject subject, long micros) {
        Moment begun = begin.apply(subject);
        Moment.await(begun.middle() + micros);
        return new Case(title, micros, begun, end.apply(subject));
    }

    private static String rule(String what, Subject subject) {
        return "iptables --wait --" + what + " INPUT --protocol tcp --dport " + subject.port() + " --jump DROP";
    }

    @Override
    public String toString() {
        return title;
    }
}
