package io.cutovergate.cutover.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cutover.conduct.Entry.Event;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Cutover;
import io.cutovergate.harness.config.Cutover.OnFailure;
import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps are real commands that leave files behind. */
class ConductorTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final List<String> proven = new ArrayList<>();
    private boolean yes = true;

    @Test
    void runsTheStepsInOrderAndProvesBetweenThem() throws IOException {
        Conductor.End end =
                conduct(script(step("one", "one", null), proof("data-integrity"), step("two", "two", null)));

        assertThat(end).isEqualTo(Conductor.End.DONE);
        assertThat(folder.resolve("one")).exists();
        assertThat(folder.resolve("two")).exists();
        assertThat(proven).containsExactly("data-integrity");
        assertThat(journal().entries()).extracting(Entry::event).last().isEqualTo(Event.ENDED);
    }

    @Test
    void takesBackWhatHasBegunWhenAStepFails() throws IOException {
        Conductor.End end = conduct(script(
                step("one", "one", null),
                new Script.Step(
                        "two",
                        "cutover.steps.two",
                        rule("two", List.of("false"), null, List.of("touch", "undone-two"), false)),
                step("three", "three", null)));

        assertThat(end).isEqualTo(Conductor.End.STOPPED);
        assertThat(folder.resolve("undone-two")).exists();
        assertThat(folder.resolve("one-undone")).exists();
        assertThat(folder.resolve("three")).doesNotExist();
        assertThat(said).anyMatch(line -> line.startsWith("STOP at two") && line.contains("status 1"));
    }

    @Test
    void aPauseAtThePointOfNoReturnIsNotPastIt() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        before.add(Event.STEP_BEGUN, "one", "");
        before.add(Event.STEP_DONE, "one", "");
        yes = false;
        Script script = script(
                step("one", "one", null),
                new Script.Step(
                        "open", "cutover.steps.open", rule("open", List.of("touch", "open"), null, List.of(), true)));
        assertThat(conduct(script)).isEqualTo(Conductor.End.PAUSED);
        yes = true;
        Clock late = Clock.fixed(Instant.now().plus(Duration.ofMinutes(50)), ZoneOffset.UTC);

        assertThat(new Conductor(script, journal(), judge(), voice(), late).run("jo"))
                .isEqualTo(Conductor.End.STOPPED);
        assertThat(folder.resolve("open")).doesNotExist();
        assertThat(folder.resolve("one-undone")).exists();
    }

    @Test
    void aPauseDoesNotHideThatAStepHadBegun() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        before.add(Event.STEP_BEGUN, "one", "");
        yes = false;
        Script script = script(step("one", "one", null));
        assertThat(conduct(script)).isEqualTo(Conductor.End.PAUSED);

        assertThat(journal().last("one").orElseThrow().event()).isEqualTo(Event.STEP_BEGUN);
    }

    @Test
    void takesNothingBackPastThePointOfNoReturn() throws IOException {
        Conductor.End end = conduct(script(
                step("one", "one", null),
                new Script.Step(
                        "open",
                        "cutover.steps.open",
                        rule("open", List.of("false"), null, List.of("touch", "undone-open"), true))));

        assertThat(end).isEqualTo(Conductor.End.STOPPED);
        assertThat(folder.resolve("one-undone")).doesNotExist();
        assertThat(folder.resolve("undone-open")).doesNotExist();
        assertThat(said).anyMatch(line -> line.contains("gate rollback"));
    }

    @Test
    void repeatsNoStepThatACrashLeftDone() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        before.add(Event.STEP_BEGUN, "one", "", Long.MAX_VALUE);

        Conductor.End end = conduct(script(step("one", "one", "holds")));

        assertThat(end).isEqualTo(Conductor.End.DONE);
        assertThat(folder.resolve("one")).doesNotExist();
        assertThat(journal().last("one").orElseThrow().detail()).contains("done already");
    }

    @Test
    void asksBeforeItRepeatsAStepThatNothingTellsOf() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        before.add(Event.STEP_BEGUN, "one", "", Long.MAX_VALUE);
        yes = false;

        assertThat(conduct(script(step("one", "one", null)))).isEqualTo(Conductor.End.PAUSED);
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void goesOnAfterAPause() throws IOException {
        yes = false;
        Script script = script(step("one", "one", null));
        assertThat(conduct(script)).isEqualTo(Conductor.End.PAUSED);
        yes = true;

        assertThat(conduct(script)).isEqualTo(Conductor.End.DONE);
        assertThat(folder.resolve("one")).exists();
    }

    @Test
    void beginsNothingThatCouldNotBeTurnedBackInTheWindow() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        Clock late = Clock.fixed(Instant.now().plus(Duration.ofMinutes(50)), ZoneOffset.UTC);

        Conductor.End end =
                new Conductor(script(step("one", "one", null)), journal(), judge(), voice(), late).run("jo");

        assertThat(end).isEqualTo(Conductor.End.STOPPED);
        assertThat(said)
                .anyMatch(line -> line.contains("it is too late to begin one") && line.contains("rollback.within"));
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void stopsWhereAStepIsRunAndItsEndDoesNotCome() throws IOException {
        Conductor.End end = conduct(script(step("one", "one", "never")));

        assertThat(end).isEqualTo(Conductor.End.STOPPED);
        assertThat(said).anyMatch(line -> line.contains("never does not hold within 2s"));
        assertThat(folder.resolve("one-undone")).exists();
    }

    @Test
    void aJournalThatWasCutOffGoesOn() throws IOException {
        Journal before = journal();
        before.add(Event.BEGUN, "", "jo");
        Path file = folder.resolve(Journal.NAME);
        Files.writeString(file, Files.readString(file) + "{\"time\":\"2026");

        Journal again = journal();
        again.add(Event.PAUSED, "", "");
        assertThat(journal().entries()).extracting(Entry::event).containsExactly(Event.BEGUN, Event.PAUSED);
    }

    private Conductor.End conduct(Script script) throws IOException {
        return new Conductor(script, journal(), judge(), voice(), Clock.systemUTC()).run("jo");
    }

    private Journal journal() throws IOException {
        return Journal.open(folder, Clock.systemUTC());
    }

    private Script script(Script.Step... steps) {
        return new Script(
                Gate.CUTOVER,
                "cutover.steps",
                List.of(steps),
                Duration.ofMinutes(60),
                Duration.ofMinutes(15),
                folder,
                Map.of(),
                new Operations(folder, null, List.of(), new Secrets()));
    }

    private static Script.Step step(String id, String file, @Nullable String doneWhen) {
        return new Script.Step(
                id,
                "cutover.steps." + id,
                rule(id, List.of("touch", file), doneWhen, List.of("touch", file + "-undone"), false));
    }

    private static Script.Step proof(String item) {
        return new Script.Step(
                "prove",
                "cutover.steps.prove",
                new Cutover.Step(
                        null, List.of(), null, Duration.ofSeconds(2), List.of(), List.of(item), OnFailure.UNDO, false));
    }

    private static Cutover.Step rule(
            String id, List<String> run, @Nullable String doneWhen, List<String> undo, boolean noReturn) {
        return new Cutover.Step(id, run, doneWhen, Duration.ofSeconds(2), undo, List.of(), OnFailure.UNDO, noReturn);
    }

    /** Everything holds but what is called never. */
    private Judge judge() {
        return new Judge() {
            @Override
            public List<String> ask(String item) {
                return item.equals("never") ? List.of("never is failed") : List.of();
            }

            @Override
            public List<String> prove(List<String> items) {
                proven.addAll(items);
                return List.of();
            }
        };
    }

    private Voice voice() {
        return new Voice() {
            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public boolean confirm(String question) {
                return yes;
            }

            @Override
            public boolean wantsPause() {
                return false;
            }
        };
    }
}
