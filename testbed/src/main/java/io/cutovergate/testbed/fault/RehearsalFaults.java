package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.OperatorsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/** What operators would go back by is not what was rehearsed, or not lately. */
final class RehearsalFaults {
    private static final String STEP = "jobs-back";
    private static final int DAYS = 20;

    private RehearsalFaults() {}

    /** Somebody has shortened the page. */
    static Broken runbookOutdated(Installation installation) throws IOException {
        Path runbook = OperatorsFiles.of(installation.plan()).runbook();
        String before = Files.readString(runbook);
        Files.writeString(runbook, before.replaceAll("(?m)^.*" + STEP + ".*\\R", ""));
        return new Broken("the runbook without " + STEP, () -> Files.writeString(runbook, before));
    }

    /** A late improvement that nobody has tried. */
    static Broken scriptChanged(Installation installation) throws IOException {
        Path script = OperatorsFiles.of(installation.plan()).script("cutover/switch.sh");
        String before = Files.readString(script);
        Files.writeString(script, before + "sleep 1 # for slow resolvers\n");
        return new Broken("a line more in " + script.getFileName(), () -> Files.writeString(script, before));
    }

    /** As if nobody had rehearsed since. */
    static Broken rehearsalOld(Installation installation) throws IOException {
        Path verdict = OperatorsFiles.of(installation.plan()).rehearsal().resolve("verdict.json");
        if (!Files.exists(verdict)) {
            throw new TestbedException("nobody has rehearsed: there is no " + verdict);
        }
        String before = Files.readString(verdict);
        Instant then = Instant.now().minus(DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Files.writeString(verdict, before.replaceFirst("(\"finished\" *: *\")[^\"]+", "$1" + then));
        return new Broken("the rehearsal ended at " + then, () -> Files.writeString(verdict, before));
    }

    /** Somebody has tidied up what the verdict was given for. */
    static Broken rehearsalAltered(Installation installation) throws IOException {
        Path evidence = OperatorsFiles.of(installation.plan()).rehearsal().resolve("evidence");
        if (!Files.exists(evidence)) {
            throw new TestbedException("nobody has rehearsed: there is no " + evidence);
        }
        try (Stream<Path> files = Files.list(evidence)) {
            Path journal = files.filter(file -> file.toString().contains("journal"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new TestbedException("no journal is in " + evidence));
            String before = Files.readString(journal);
            Files.writeString(journal, before.replaceFirst("(?m)^.*" + STEP + ".*\\R", ""));
            return new Broken("a line less in " + journal.getFileName(), () -> Files.writeString(journal, before));
        }
    }
}
