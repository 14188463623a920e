package io.cutovergate.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run proved stands in the result of another that goes on, and nothing else does. */
class KeptResultsTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path record;

    @Test
    void whatWasProvenIsNotAskedAgain() throws IOException {
        Fixture fixture = new Fixture(folder);
        Plan plan = fixture.plan(Fixtures.Keeps.class);
        ItemResult before = fixture.run(plan).items().get(0);
        kept(plan).keep(List.of(before));
        Files.writeString(
                record.resolve("proven.jsonl"),
                "{\"basis\":{\"sa",
                StandardOpenOption.APPEND); // a crash while it was written

        Plan again = fixture.plan(Fixtures.Keeps.class);
        Map<Obligation, ObligationResult> earlier = kept(again).of(again, folder.resolve("taken-over"));
        GateRun run = fixture.runner(again, new RunListener() {});
        run.takeOver(earlier);
        ItemResult after = run.execute().items().get(0);

        assertThat(after.status()).isEqualTo(Status.PROVEN);
        ObligationResult one = after.obligations().get(0);
        assertThat(one.started()).isEqualTo(before.obligations().get(0).started());
        assertThat(one.recorded().samples())
                .isEqualTo(before.obligations().get(0).recorded().samples());
        assertThat(one.recorded().headlines()).containsExactly("kept to the letter");
        Attachment seen = one.recorded().attachments().get(0);
        assertThat(seen.file()).hasContent("what was seen").hasParent(folder.resolve("taken-over"));
    }

    @Test
    void whatWasProvenByOtherFilesIsLeft() throws IOException {
        Fixture fixture = new Fixture(folder);
        Plan plan = fixture.plan(Fixtures.Keeps.class);
        kept(plan).keep(fixture.run(plan).items());

        assertThat(new KeptResults(record, fixture.migration("3s", "1m")).of(plan, folder.resolve("other")))
                .isEmpty();
    }

    @Test
    void whatFailedIsNotKept() throws IOException {
        Fixture fixture = new Fixture(folder);
        Plan plan = fixture.plan(Fixtures.Broken.class);
        kept(plan).keep(fixture.run(plan).items());

        assertThat(kept(plan).of(plan, folder.resolve("other"))).isEmpty();
    }

    @Test
    void evidenceThatWasChangedIsRefused() throws IOException {
        Fixture fixture = new Fixture(folder);
        Plan plan = fixture.plan(Fixtures.Keeps.class);
        kept(plan).keep(fixture.run(plan).items());
        try (var files = Files.list(record.resolve("proven"))) {
            Files.writeString(files.findFirst().orElseThrow(), "another");
        }

        assertThatThrownBy(() -> kept(plan).of(plan, folder.resolve("other")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not what was kept");
    }

    private KeptResults kept(Plan plan) {
        return new KeptResults(record, plan.migration());
    }
}
