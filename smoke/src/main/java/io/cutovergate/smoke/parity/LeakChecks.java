package io.cutovergate.smoke.parity;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.harness.subject.EachTargetRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.smoke.request.Conversation;
import java.util.List;
import java.util.Set;

/** Whoever is told a name of the old side goes on using it, until it is switched off. */
@ApiResponds
@EachTargetRequest
record LeakChecks(ConfiguredRequest asked, Conversation conversation, Migration migration, Evidence evidence) {

    @Check("no answer of the target holds a host name or address of the source")
    void namesNoHostOfTheSource() {
        Set<String> names = new SideNames(migration).ofSourceAlone();
        if (names.isEmpty()) {
            throw new Unexamined("the source has no name of its own to look for (source.entry, source.hosts)");
        }
        HttpAnswer answer = conversation.ask(asked).answer();
        StringBuilder text = new StringBuilder(answer.whole());
        answer.headers()
                .forEach((name, values) ->
                        text.append('\n').append(name).append(": ").append(values));
        List<String> found = SideNames.in(text.toString(), names);
        evidence.measure("names of the source in the answer", asked, found.size())
                .detail(answer + "; looked for " + String.join(", ", names)
                        + (found.isEmpty() ? "" : "; found " + String.join(", ", found)))
                .is(0, "source.entry, source.hosts");
    }
}
