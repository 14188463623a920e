package io.cutovergate.reports;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Suite;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.ApplicationFile;
import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.yaml.Binder;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Resolver;
import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A migration from files, and results of runs as a test wants them. */
public final class Fixture {

    public static final String SECRET = "s3cr3t-of-source";
    public static final Instant STARTED = Instant.parse("2026-11-22T18:30:00.123Z");
    public static final Clock CLOCK = Clock.fixed(STARTED, ZoneOffset.UTC);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Vantage TARGET = new Vantage(Side.TARGET, Route.PUBLIC_NAME);

    private Fixture() {}

    /** A subject that a test names. */
    public record Named(String name, Vantage vantage) implements Subject {}

    /** The migration of the resources, copied into the folder. */
    public static Migration migration(Path folder) {
        Resolver resolver = new MachineResolver(Map.of("SOURCE_PASSWORD", SECRET, "TARGET_PASSWORD", "t4rget"));
        Secrets secrets = new Secrets();
        Problems problems = new Problems();
        Path file = copy("staging.yaml", folder);
        var environment = Binder.bind(file, EnvironmentFile.class, resolver, secrets, problems);
        var application = Binder.bind(copy("shop.yaml", folder), ApplicationFile.class, resolver, secrets, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return new Migration(environment.value(), application.value(), file, secrets);
    }

    public static ChecklistItem item(String id) {
        return ChecklistItem.ours().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A claim of the item: its name in camel case and its sentence. */
    public static Claim claim(String item, String name, String text) {
        return new Claim(
                Claim.id(item, name),
                item,
                text,
                Suite.SMOKE,
                "io.cutovergate.smoke.SampleChecks",
                name,
                null,
                null,
                false);
    }

    public static Obligation obligation(Claim claim, String subject) {
        return new Obligation(claim, new Named(subject, TARGET));
    }

    public static ObligationResult result(Obligation obligation, Status status, String cause, Sample... samples) {
        return new ObligationResult(
                obligation,
                status,
                cause,
                List.of(),
                STARTED,
                Duration.ofMillis(1240),
                new Recorded(List.of(samples), List.of(), List.of(), List.of()));
    }

    public static ItemPlan plan(String id, List<Obligation> obligations) {
        return new ItemPlan(item(id), obligations, List.of(), null, List.of(), null);
    }

    /** An item of one obligation that has the status. */
    public static ItemResult item(String id, Status status, String... causes) {
        Obligation obligation = obligation(claim(id, "holds", "it holds"), "backend");
        ObligationResult result = result(obligation, status, String.join("\n", causes));
        return new ItemResult(plan(id, List.of(obligation)), status, List.of(causes), List.of(result));
    }

    public static ItemResult signOffItem(String id) {
        return new ItemResult(plan(id, List.of()), Status.UNPROVEN, List.of(), List.of());
    }

    public static ItemResult notApplicable(String id, LocalDate until) {
        return new ItemResult(
                new ItemPlan(
                        item(id), List.of(), List.of(), new Exemption("we have none", "kim", until), List.of(), null),
                Status.NOT_APPLICABLE,
                List.of(),
                List.of());
    }

    public static ItemResult leftOut(String id) {
        return new ItemResult(
                new ItemPlan(item(id), List.of(), List.of(), null, List.of(), "left out by --item"),
                Status.LEFT_OUT,
                List.of("left out by --item"),
                List.of());
    }

    public static RunResult run(Migration migration, ItemResult... items) {
        return run(migration, "", List.of(), items);
    }

    public static RunResult run(Migration migration, String interrupted, List<String> faults, ItemResult... items) {
        List<ItemPlan> plans = List.of(items).stream().map(ItemResult::plan).toList();
        return new RunResult(
                new Plan(Gate.STAGING, migration, plans),
                STARTED,
                STARTED.plusSeconds(182),
                List.of(items),
                interrupted,
                faults);
    }

    private static Path copy(String name, Path folder) {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name))) {
            return Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
