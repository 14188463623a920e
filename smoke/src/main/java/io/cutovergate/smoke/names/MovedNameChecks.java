package io.cutovergate.smoke.names;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.checklist.Checklist.TrafficSwitched;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachMovedName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.NameServers;
import io.cutovergate.probe.dns.Places;
import io.cutovergate.probe.dns.ServerAnswer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a public name means after the switch, at the source of truth and for those who ask resolvers. */
@TrafficSwitched
@EachMovedName
record MovedNameChecks(PublicName name, NameServers servers, Places places, Migration migration, Evidence evidence) {

    @Check("every authoritative server and every resolver answers with the target's addresses and no other")
    void namesMeanTheTarget() {
        TreeSet<String> target = new TreeSet<>();
        for (String host : migration.environment().publicNames().hosts().values()) {
            if (Host.parse(host).name().equals(name.name())) {
                places.of(Host.parse(host), new Vantage(Side.TARGET, Route.ENTRY)).addresses().stream()
                        .map(InetAddress::getHostAddress)
                        .forEach(target::add);
            }
        }
        List<ServerAnswer> answers = new ArrayList<>(servers.ofAuthorities(name.name()));
        answers.addAll(servers.ofResolvers(name.name()));
        ServerAnswers.attach(evidence, name, answers);
        evidence.forEach(answers, answer -> evidence.measure(
                        "addresses at " + answer.server(), name, String.join(", ", new TreeSet<>(answer.addresses())))
                .detail(answer.toString())
                .is(String.join(", ", target), "target.entry"));
    }
}
