package io.cutovergate.harness.run;

import io.cutovergate.harness.Suite;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.checklist.Gates;
import io.cutovergate.harness.checklist.Item;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.Each;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.subject.SubjectSource;
import io.cutovergate.harness.subject.WholeSystem;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;

/** Classes of checks that are sound, and classes that are wrong on purpose. */
public final class Fixtures {

    private Fixtures() {}

    @Item(id = "fixture-works", title = "The fixture works", proof = "it does", suite = Suite.SMOKE)
    @Gates.Dev
    @Retention(RetentionPolicy.RUNTIME)
    @interface FixtureWorks {}

    @Item(
            id = "leans-on-fixture",
            title = "It leans on the fixture",
            proof = "it does",
            suite = Suite.SMOKE,
            needs = FixtureWorks.class)
    @Gates.Dev
    @Retention(RetentionPolicy.RUNTIME)
    @interface LeansOnFixture {}

    @Item(id = "mistyped", title = "Its tag is mistyped", proof = "it is not", suite = Suite.SMOKE)
    @Tag("stagging")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mistyped {}

    record Thing(String name, Vantage vantage) implements Subject {}

    public static final class Nine implements SubjectSource<Thing> {
        @Override
        public List<Thing> subjects(Migration migration, Vantage vantage) {
            return IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> new Thing("thing " + i, vantage))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "things";
        }
    }

    public static final class None implements SubjectSource<Thing> {
        @Override
        public List<Thing> subjects(Migration migration, Vantage vantage) {
            return List.of();
        }

        @Override
        public String configuredBy() {
            return "things";
        }
    }

    @Each(Nine.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachThing {}

    @Each(None.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachMissingThing {}

    @FixtureWorks
    @EachThing
    record Sound(Thing thing, Evidence evidence) {
        @Check(value = "holds", vital = true)
        void holds() {
            evidence.measure("answer", thing, 42).is(42, "RFC 0");
        }
    }

    @FixtureWorks
    record Keeps(Evidence evidence, Vantage vantage) {
        @Check("holds and keeps what it saw")
        void holds() {
            evidence.attach("seen", "text/plain", "what was seen");
            evidence.headline("kept to the letter");
            evidence.measure("answer", new WholeSystem(vantage), 42).is(42, "RFC 0");
        }
    }

    @FixtureWorks
    record Broken(Evidence evidence, Vantage vantage) {
        @Check(value = "is broken", vital = true)
        void isBroken() {
            evidence.measure("answer", new WholeSystem(vantage), "s3cr3t-value").is("42", "fixture.answer");
        }
    }

    @FixtureWorks
    record SwallowsItsFailure(Evidence evidence, Vantage vantage) {
        @Check("swallows")
        void swallows() {
            try {
                evidence.measure("answer", new WholeSystem(vantage), 1).is(42, "fixture.answer");
            } catch (AssertionError expected) {
                evidence.note(String.valueOf(expected.getMessage()));
            }
        }
    }

    @FixtureWorks
    record Unreachable() {
        @Check(value = "reaches", vital = true)
        void reaches() {
            throw new Unexamined("nobody answers at 127.0.0.1:1");
        }
    }

    @FixtureWorks
    record TooFew(Evidence evidence, Vantage vantage) {
        @Check("has enough")
        void hasEnough() {
            evidence.measure("samples", new WholeSystem(vantage), 3L).enough(200L, "limits.min-samples");
        }
    }

    @FixtureWorks
    record ExaminesNothing() {
        @Check("does nothing")
        void doesNothing() {}
    }

    @FixtureWorks
    record OnlyKeeps(Evidence evidence) {
        @Check("only keeps a figure")
        void onlyKeeps() {
            evidence.measure("digest", "system at target", "abc").keptFor("a later gate");
        }
    }

    @FixtureWorks
    record Skipped(Evidence evidence) {
        @Disabled("not today")
        @Check("is skipped")
        void isSkipped() {}
    }

    @FixtureWorks
    record Aborted() {
        @Check("assumes")
        void assumes() {
            Assumptions.abort("no such host here");
        }
    }

    @FixtureWorks
    static final class AbortedBeforeAll {
        @BeforeAll
        static void assume() {
            Assumptions.abort("set-up is missing");
        }

        @Check("never begins")
        void neverBegins() {}
    }

    @FixtureWorks
    static final class CrashedClass {
        @BeforeAll
        static void crash() {
            throw new IllegalStateException("set-up crashed");
        }

        @Check("never begins")
        void neverBegins() {}
    }

    @FixtureWorks
    static final class CrashedConstructor {
        CrashedConstructor() {
            throw new IllegalStateException("cannot be made");
        }

        @Check("never begins")
        void neverBegins() {}
    }

    @FixtureWorks
    @EachMissingThing
    record NothingConfigured(Thing thing, Evidence evidence) {
        @Check("asks nobody")
        void asksNobody() {}
    }

    @FixtureWorks
    record Hangs(Evidence evidence, Vantage vantage) {
        @Check(value = "hangs", within = "200ms")
        void hangs() throws InterruptedException {
            evidence.measure("answer", new WholeSystem(vantage), 1).is(1, "RFC 0");
            new CountDownLatch(1).await();
        }
    }

    @FixtureWorks
    record RunsTwice(Evidence evidence, Vantage vantage) {
        @Check("runs once")
        void runsOnce() {
            evidence.measure("answer", new WholeSystem(vantage), 1).is(1, "RFC 0");
        }

        @Check("runs once")
        void runsOnce(Migration overloaded) {
            evidence.measure("answer", new WholeSystem(vantage), 1).is(1, "RFC 0");
        }
    }

    @LeansOnFixture
    record Leaning(Evidence evidence, Vantage vantage) {
        @Check("leans")
        void leans() {
            evidence.measure("answer", new WholeSystem(vantage), 1).is(1, "RFC 0");
        }
    }

    @Mistyped
    record OfMistyped(Evidence evidence, Vantage vantage) {
        @Check("is fine")
        void isFine() {
            evidence.measure("answer", new WholeSystem(vantage), 1).is(1, "RFC 0");
        }
    }
}
