package io.cutovergate.smoke.names;

import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachPublicName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.NameServers;
import io.cutovergate.probe.dns.ServerAnswer;
import java.util.List;

/** Whether all that answer for the zone answer from the same version of it. */
@DnsTtlLow
@EachPublicName
record AuthorityChecks(PublicName name, NameServers servers, Evidence evidence) {

    @Check("every authoritative server answers with authority, all of them from the same version of the zone")
    void authoritiesAgree() {
        List<ServerAnswer> answers = servers.ofAuthorities(name.name());
        ServerAnswers.attach(evidence, name, answers);
        answers.stream().filter(answer -> answer.serial() < 0).findFirst().ifPresent(answer -> {
            throw new Unexamined(answer.server() + " does not say from which version of the zone it answers for "
                    + name.name() + " (no SOA record)");
        });
        long newest = answers.stream().mapToLong(ServerAnswer::serial).max().orElseThrow();
        evidence.forEach(answers, answer -> {
            evidence.measure("answer with authority of " + answer.server(), name, answer.authoritative())
                    .is(true, "RFC 1035, section 4.1.1; public.dns.authoritative");
            evidence.measure("serial of the zone at " + answer.server(), name, answer.serial())
                    .detail("a secondary that is behind goes on answering with what was before")
                    .is(newest, "RFC 1982; the newest of public.dns.authoritative");
        });
    }
}
