package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.MachineResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jars of users add, and what they cannot do. */
class OwnChecksTest {

    private static final String APPLICATION = """
            format: 1
            name: shop
            services:
              backend: { host: api, health: { ready: /health }, requests: [ { get: /api/products } ] }
            """;
    private static final String ENVIRONMENT = """
            format: 1
            application: shop.yaml
            environment: dev
            public: { hosts: { api: api.shop.test } }
            target: { name: here }
            """;
    private static final String IMPORTS = """
            package theirs;
            import io.cutovergate.harness.Suite;
            import io.cutovergate.harness.Vantage;
            import io.cutovergate.harness.checklist.*;
            import io.cutovergate.harness.checklist.Checklist.*;
            import io.cutovergate.harness.evidence.Evidence;
            import io.cutovergate.harness.junit.Check;
            import io.cutovergate.harness.subject.*;
            import java.lang.annotation.*;
            """;
    /** An item whose figure is 2. */
    private static final String TWO = IMPORTS + """
            @Two.Holds record Two(Evidence evidence, Vantage vantage) {
                @Item(id = "two-holds", title = "Two", proof = "two", suite = Suite.SMOKE)
                @Gates.Dev @Retention(RetentionPolicy.RUNTIME) @interface Holds {}

                @Check("it is %s")
                void isTwo() { evidence.measure("figure", new WholeSystem(vantage), 2).is(%s, "of ours"); }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleAddsItsItem() throws IOException {
        Path jar = compiled().jarOf(Path.of("../examples/own-checks/src"));

        assertThat(item(plan(jar), "server-undisclosed").obligations())
                .extracting(obligation -> obligation.subject().id())
                .containsExactly("backend GET /api/products at target");
    }

    @Test
    void anItemOfTheirsIsJudgedAsOursAre() throws IOException {
        assertThat(run(compiled().jar("Two", TWO.formatted("two", 2)), "two-holds")
                        .status())
                .isEqualTo(Status.PROVEN);
        ItemResult broken = run(compiled().jar("Two", TWO.formatted("three", 3)), "two-holds");
        assertThat(broken.status()).isEqualTo(Status.FAILED);
        assertThat(broken.causes()).singleElement().asString().contains("rule: exactly 3 (of ours)");
    }

    @Test
    void aClaimOnAnItemOfOursIsAskedBesideOurs() throws IOException {
        int ours = item(plan(), "api-responds").obligations().size();

        List<Obligation> all = item(plan(compiled().jar("More", claiming("ApiResponds", "isAlsoFine"))), "api-responds")
                .obligations();

        assertThat(all)
                .hasSize(ours + 1)
                .extracting(obligation -> obligation.claim().id())
                .contains("api-responds/answers-as-expected", "api-responds/is-also-fine");
    }

    @Test
    void aClaimOfOursCannotBeMadeAgain() throws IOException {
        Path jar = compiled().jar("More", claiming("ApiResponds", "answersAsExpected"));

        assertThatThrownBy(() -> plan(jar))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("theirs.More claims api-responds/answers-as-expected,"
                        + " as io.cutovergate.smoke.ApiChecks does already");
    }

    @Test
    void anItemThatOursDoNotProveYetStaysUnproven() throws IOException {
        ItemResult result = run(compiled().jar("More", claiming("NetworkIsolated", "isFine")), "network-isolated");

        assertThat(result.obligations())
                .extracting(obligation -> obligation.status())
                .containsExactly(Status.PROVEN);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).containsExactly("no check of it is built yet but those of a jar");
    }

    @Test
    void aJarThatIsNamedTwiceCountsOnce() throws IOException {
        Path jar = compiled().jar("Two", TWO.formatted("two", 2));

        assertThat(item(plan(jar, jar), "two-holds").obligations()).hasSize(1);
    }

    @Test
    void aJarWithoutChecksIsAMistake() throws IOException {
        Path jar = compiled().jar("Nothing", "package theirs; class Nothing {}");

        assertThatThrownBy(() -> plan(jar))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("holds no class of checks");
    }

    private static String claiming(String item, String method) {
        return IMPORTS + """
                @%s record More(Evidence evidence, Vantage vantage) {
                    @Check("it is fine")
                    void %s() { evidence.measure("figure", new WholeSystem(vantage), 1).is(1, "of ours"); }
                }
                """.formatted(item, method);
    }

    private ItemResult run(Path jar, String item) throws IOException {
        Prepared prepared = prepared(new Narrowing(Set.of(), Set.of(item)), jar);
        return new GateRun(
                        prepared.plan(),
                        prepared.planner().classes(),
                        folder.resolve("evidence"),
                        new RunListener() {},
                        Clock.systemUTC())
                .execute().items().stream()
                        .filter(result -> result.plan().item().id().equals(item))
                        .findFirst()
                        .orElseThrow();
    }

    private Prepared plan(Path... jars) throws IOException {
        return prepared(Narrowing.NONE, jars);
    }

    private Prepared prepared(Narrowing narrowing, Path... jars) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), APPLICATION);
        Path file = Files.writeString(folder.resolve("dev.yaml"), ENVIRONMENT);
        return Prepared.of(Gate.DEV, file, new MachineResolver(Map.of()), Catalogue.planner(List.of(jars)), narrowing);
    }

    private static ItemPlan item(Prepared prepared, String id) {
        return prepared.plan().items().stream()
                .filter(item -> item.item().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Compiled compiled() {
        return new Compiled(folder);
    }
}
