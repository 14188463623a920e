package io.cutovergate.reports;

import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.INCONCLUSIVE;
import static io.cutovergate.harness.run.Status.PROVEN;
import static io.cutovergate.harness.run.Status.UNPROVEN;
import static io.cutovergate.reports.Fixture.STARTED;
import static io.cutovergate.reports.Fixture.claim;
import static io.cutovergate.reports.Fixture.obligation;
import static io.cutovergate.reports.Fixture.plan;
import static io.cutovergate.reports.Fixture.result;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.statement.Waiver;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A staging run with an item in every status, as a report must be able to show it. */
final class SampleRun {

    private static final String DAYS = "public.tls.min-days-left";

    private SampleRun() {}

    static Statements statements(Migration migration) {
        return new Statements(
                null,
                List.of(new SignOff(
                        "team-walkthrough-done",
                        Gate.STAGING,
                        "staging",
                        migration.environment().release(),
                        "Jo Smith",
                        LocalDate.of(2026, 11, 20),
                        null,
                        "All roles walked through the runbook, on-call included.")),
                List.of(new Waiver(
                        "monitoring-and-logging",
                        Gate.STAGING,
                        "staging",
                        "the alert route follows with the new provider",
                        "Kim Lee",
                        LocalDate.of(2026, 12, 15))));
    }

    static RunResult of(Migration migration, Path attachments) throws IOException {
        Obligation ready = obligation(
                claim("services-deployed", "ready", "every service answers its health endpoints in time"), "backend");
        List<ItemResult> items = List.of(
                new ItemResult(
                        plan("services-deployed", List.of(ready)),
                        UNPROVEN,
                        List.of("backend at target: nobody answered https://api.shop.example/health/ready within 60s: "
                                + "connection refused"),
                        List.of(
                                result(
                                        ready,
                                        UNPROVEN,
                                        "nobody answered https://api.shop.example/health/ready within 60s: connection refused"),
                                frontendReady())),
                proven("migrations-applied", "history", "the history shows nothing failed, dirty or locked", "main"),
                blocked("api-responds", ready, "configured requests are answered"),
                blocked("background-jobs-execute", ready, "an enqueued job takes effect exactly once"),
                certificates(),
                frontend(migration, attachments),
                new ItemResult(
                        plan("infrastructure-matches", List.of()),
                        UNPROVEN,
                        List.of("no check of it is built yet"),
                        List.of()),
                proven(
                        "same-build-deployed",
                        "digest",
                        "the digest that runs is the one that was promoted",
                        "frontend"),
                proven("data-integrity", "rowsAlike", "every row of the subset stands in the source", "main"),
                inconclusive(),
                waivable(),
                Fixture.signOffItem("team-walkthrough-done"),
                notApplicable("cache-ready", migration),
                notApplicable("object-integrity", migration));
        List<ItemPlan> plans = items.stream().map(ItemResult::plan).toList();
        return new RunResult(
                new Plan(Gate.STAGING, migration, plans), STARTED, STARTED.plusSeconds(182), items, "", List.of());
    }

    private static ObligationResult frontendReady() {
        return result(
                obligation(
                        claim("services-deployed", "ready", "every service answers its health endpoints in time"),
                        "frontend"),
                PROVEN,
                "",
                new Sample("status", "frontend at target", "200", "exactly 200", "services.frontend.health", true, ""));
    }

    private static ItemResult certificates() {
        Obligation www = obligation(
                claim(
                        "ssl-certificates-valid",
                        "staysValid",
                        "the certificate stays valid for at least the configured number of days"),
                "www.shop.example");
        Obligation api = new Obligation(www.claim(), new Fixture.Named("api.shop.example", Fixture.TARGET));
        Sample broken = new Sample(
                "days left", "api.shop.example at target", "5", "at least 21", DAYS, false, "valid until 2026-11-27");
        Sample held = new Sample(
                "days left", "www.shop.example at target", "83", "at least 21", DAYS, true, "valid until 2027-02-13");
        return new ItemResult(
                plan("ssl-certificates-valid", List.of(www, api)),
                FAILED,
                List.of(broken.sentence()),
                List.of(result(api, FAILED, broken.sentence(), broken), result(www, PROVEN, "", held)));
    }

    private static ItemResult frontend(Migration migration, Path attachments) throws IOException {
        Evidence evidence = new Evidence(new Attachments(attachments, migration.secrets()), migration.secrets());
        evidence.attach("Screenshot of /", "image/png", picture());
        evidence.attach(
                "Request and answer",
                "text/plain",
                "GET / HTTP/1.1\nCookie: id=" + Fixture.SECRET + "\n\nHTTP/1.1 200\n");
        evidence.note("Chromium 139, window 1280 by 800");
        Recorded seen = evidence.seal();
        Obligation page = obligation(
                claim("frontend-renders", "landmarks", "every page shows its landmarks without an error"), "/ of www");
        Sample landmarks = new Sample(
                "landmarks", "/ of www at target", "3", "exactly 3", "services.frontend.pages[0].landmarks", true, "");
        Sample errors = new Sample(
                "console errors",
                "/ of www at target",
                "0",
                "exactly 0",
                "fixed: a console error is a fault",
                true,
                "");
        ObligationResult result = new ObligationResult(
                page,
                PROVEN,
                "",
                List.of(),
                STARTED.plusSeconds(20),
                Duration.ofMillis(3120),
                new Recorded(List.of(landmarks, errors), seen.attachments(), seen.notes(), seen.headlines()));
        return new ItemResult(plan("frontend-renders", List.of(page)), PROVEN, List.of(), List.of(result));
    }

    private static ItemResult proven(String item, String claim, String text, String subject) {
        Obligation obligation = obligation(claim(item, claim, text), subject);
        Sample sample = new Sample(
                "differences",
                subject + " at target",
                "0",
                "exactly 0",
                "fixed: exactness",
                true,
                "41230 rows examined");
        return new ItemResult(
                plan(item, List.of(obligation)), PROVEN, List.of(), List.of(result(obligation, PROVEN, "", sample)));
    }

    private static ItemResult blocked(String item, Obligation blocker, String text) {
        Obligation obligation = obligation(claim(item, "answered", text), "backend");
        ObligationResult result = new ObligationResult(
                obligation,
                UNPROVEN,
                "blocked by services-deployed",
                List.of(blocker),
                null,
                Duration.ZERO,
                Recorded.NOTHING);
        ItemPlan plan = new ItemPlan(
                Fixture.item(item),
                List.of(obligation),
                List.of(),
                null,
                item.equals("api-responds")
                        ? List.of(
                                "api-responds/answers-alike: prices differ on purpose in the subset (jo, until 2026-12-31)")
                        : List.of(),
                null);
        return new ItemResult(plan, UNPROVEN, List.of("blocked by services-deployed"), List.of(result));
    }

    private static ItemResult inconclusive() {
        Obligation obligation = obligation(
                claim("performance-under-load", "withinLimits", "answers stay within the limits at the expected peak"),
                "browse");
        Sample sample = new Sample(
                "requests", "browse at target", "412", "at least 1000", "load.samples", true, "warm-up left out");
        return new ItemResult(
                plan("performance-under-load", List.of(obligation)),
                INCONCLUSIVE,
                List.of(sample.sentence()),
                List.of(result(obligation, INCONCLUSIVE, sample.sentence(), sample)));
    }

    private static ItemResult waivable() {
        Obligation obligation =
                obligation(claim("monitoring-and-logging", "metrics", "metrics move with traffic"), "backend");
        String cause = "https://metrics.shop.example/metrics answered 503";
        return new ItemResult(
                plan("monitoring-and-logging", List.of(obligation)),
                UNPROVEN,
                List.of(cause),
                List.of(result(obligation, UNPROVEN, cause)));
    }

    private static ItemResult notApplicable(String item, Migration migration) {
        Exemption exemption = Stream.of(migration.environment().notApplicable().get(item))
                .findFirst()
                .orElseThrow();
        return new ItemResult(
                new ItemPlan(Fixture.item(item), List.of(), List.of(), exemption, List.of(), null),
                Status.NOT_APPLICABLE,
                List.of(),
                List.of());
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1280, 800);
        graphics.setColor(new Color(0x1d4ed8));
        graphics.fillRect(0, 0, 1280, 90);
        graphics.setColor(new Color(0xdde2ea));
        for (int i = 0; i < 6; i++) {
            graphics.fillRect(60 + (i % 3) * 400, 140 + (i / 3) * 320, 340, 280);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
