package io.cutovergate.smoke.parity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ComparedRequest;
import io.cutovergate.harness.subject.EachComparedRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.util.Set;

/** The source is the oracle: what it answers, the target must answer, but for what changes by itself. */
@ApiResponds
@EachComparedRequest
record ParityChecks(ComparedRequest asked, HttpProbe http, Login login, Migration migration, Evidence evidence) {

    /** Methods that change nothing, so that they may be asked of the source, twice (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private static final int SHOWN = 5;

    @Check("both sides answer alike, but for values in which the source differs from itself")
    void sidesAnswerAlike() {
        if (!SAFE.contains(asked.target().request().method())) {
            throw new Unexamined(asked.name() + " is not asked of the source: only GET and HEAD change nothing ("
                    + key() + ".parity)");
        }
        Facts source = ofSource();
        Facts again = ofSource();
        Facts target = facts(
                Side.TARGET, http.ask(login.as(account(), request(asked.target().host()))));
        Deviation deviation =
                Deviation.of(source, again, target, asked.target().request().parityIgnore());
        if (deviation.compared() == 0) {
            throw new Unexamined(
                    "nothing of the answers to " + asked.name() + " is compared: the source differs from itself in "
                            + deviation.noise() + ", and " + key() + ".parity-ignore leaves out the rest");
        }
        evidence.measure(
                        "values that differ from the source's",
                        asked,
                        deviation.differences().size())
                .detail(describe(deviation, source.values().size()))
                .is(0, key() + ".parity; exceptions: " + key() + ".parity-ignore");
    }

    /** Two equal errors would prove nothing. */
    private Facts ofSource() {
        HttpAnswer answer =
                http.at(asked.source()).ask(login.at(asked.source()).as(account(), request(asked.onSource())));
        int expected = asked.target().request().status();
        if (answer.status() != expected) {
            throw new Unexamined("the source itself answers " + answer + ", not " + expected + " (" + key()
                    + ".status), so it is no oracle for " + asked.name());
        }
        return facts(Side.SOURCE, answer);
    }

    private Facts facts(Side side, HttpAnswer answer) {
        SideNames names = new SideNames(migration);
        return Facts.of(answer, text -> names.plain(side, text));
    }

    private static String describe(Deviation deviation, int values) {
        String noise = deviation.noise().isEmpty()
                ? ""
                : "; not compared, as the source differs from itself in them: " + String.join(", ", deviation.noise());
        if (deviation.differences().isEmpty()) {
            return values + " values are the same" + noise;
        }
        String order = deviation.reordered() ? "the same values in another order: " : "";
        String more = deviation.differences().size() > SHOWN ? "; …" : "";
        return order
                + String.join(
                        "; ", deviation.differences().stream().limit(SHOWN).toList())
                + more
                + noise;
    }

    private HttpRequest request(io.cutovergate.harness.config.Host host) {
        return HttpRequest.of(host, asked.target().request());
    }

    private @org.jspecify.annotations.Nullable String account() {
        return asked.target().request().as();
    }

    private String key() {
        return "services." + asked.target().service() + ".requests";
    }
}
