package io.cutovergate.smoke.names;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.ServerAnswer;
import java.util.List;

/** Keeps what name servers said. */
final class ServerAnswers {

    private ServerAnswers() {}

    static void attach(Evidence evidence, PublicName name, List<ServerAnswer> answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach(answer -> text.append(answer)
                .append(answer.authoritative() ? " (with authority, serial " + answer.serial() + ")" : "")
                .append('\n'));
        evidence.attach("what name servers say of " + name.name(), "text/plain", text.toString());
    }
}
