package io.cutovergate.smoke.names;

import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachSwitchedName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.NameServers;
import io.cutovergate.probe.dns.ServerAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long the world may keep what a public name means. A TTL counts for answers that are given from then on: what was
 * given before is kept for as long as it said then (RFC 1035, section 3.2.1).
 */
@DnsTtlLow
@EachSwitchedName
record TtlChecks(
        PublicName name, NameServers servers, Observations observations, Migration migration, Evidence evidence) {

    @Check("the TTL at every authoritative server is at most the limit")
    void ttlIsLow() {
        requireSwitchByName();
        evidence.forEach(authorities(), this::holdLimit);
    }

    @Check("no resolver may keep what it has for longer than the limit")
    void resolversForget() {
        requireSwitchByName();
        List<ServerAnswer> answers = servers.ofResolvers(name.name());
        ServerAnswers.attach(evidence, name, answers);
        evidence.forEach(answers, this::holdLimit);
    }

    @Check("the TTL has been low for longer than it was before")
    void hasBeenLow() {
        requireSwitchByName();
        ServerAnswer greatest = authorities().stream()
                .max(Comparator.comparing(ServerAnswer::ttl))
                .orElseThrow();
        observations.add(name.name(), greatest.ttl());
        holdLimit(greatest);
        Observations.Low low = observations.low(name.name(), name.rules().maxTtl());
        Duration before = before(low);
        evidence.measure("time since the TTL is low", name, Duration.between(low.since(), observations.now()))
                .detail("seen low since " + low.since() + "; whoever asked before may keep the old answer until "
                        + low.since().plus(before))
                .atLeast(before, "public.dns.previous-ttl, or the greatest in public.dns.observations");
    }

    private Duration before(Observations.Low low) {
        Duration declared = name.rules().previousTtl();
        Duration seen = low.before().orElse(declared);
        if (seen == null) {
            throw new Unexamined(
                    "nobody knows which TTL " + name.name()
                            + " had before it was lowered: public.dns.previous-ttl is not configured, and no observation shows it");
        }
        return declared == null || seen.compareTo(declared) > 0 ? seen : declared;
    }

    private void holdLimit(ServerAnswer answer) {
        evidence.measure("TTL at " + answer.server(), name, answer.ttl())
                .detail(answer.toString())
                .atMost(name.rules().maxTtl(), "public.dns.max-ttl");
    }

    private List<ServerAnswer> authorities() {
        List<ServerAnswer> answers = servers.ofAuthorities(name.name());
        ServerAnswers.attach(evidence, name, answers);
        return answers;
    }

    /** Behind a proxy or a gateway the name means the same before and after; how fast those switch is not seen here. */
    private void requireSwitchByName() {
        PublicNames.By by = migration.environment().publicNames().switching().by();
        if (by != PublicNames.By.DNS) {
            throw new Unexamined("public.switch.by is "
                    + by.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                    + ": how fast that switches is not examined"
                    + (by == PublicNames.By.CLOUDFLARE_ORIGIN
                            ? "; its API says which record and origin it is (public.switch.cloudflare)"
                            : ""));
        }
    }
}
