package io.cutovergate.harness.plan;

import io.cutovergate.harness.checklist.Item;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.Each;
import io.cutovergate.harness.yaml.Units;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads claims out of a class of checks: for the register, and for the jars of users. */
public final class ClaimReader {

    private ClaimReader() {}

    /** The annotation on the class that carries {@link Item}. */
    public static Optional<Class<? extends Annotation>> item(Class<?> checks) {
        return carrying(checks, Item.class);
    }

    /** The claims of the class in the order of their names; empty if it belongs to no item. */
    public static List<Claim> claims(Class<?> checks) {
        return item(checks).map(ChecklistItem::of).stream()
                .flatMap(item -> Arrays.stream(checks.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Check.class))
                        .map(method -> claim(item, checks, method)))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private static Claim claim(ChecklistItem item, Class<?> checks, Method method) {
        Check check = method.getAnnotation(Check.class);
        return new Claim(
                Claim.id(item.id(), method.getName()),
                item.id(),
                check.value(),
                suite(item, checks),
                checks.getName(),
                method.getName(),
                each(checks),
                check.within().isEmpty() ? null : Units.duration(check.within()),
                check.vital());
    }

    /** An item may have claims in several suites: the package of ours says which; a user's claim has its item's. */
    private static io.cutovergate.harness.Suite suite(ChecklistItem item, Class<?> checks) {
        return Arrays.stream(io.cutovergate.harness.Suite.values())
                .filter(suite -> checks.getPackageName().equals("io.cutovergate." + suite.id())
                        || checks.getPackageName().startsWith("io.cutovergate." + suite.id() + "."))
                .findFirst()
                .orElse(item.suite());
    }

    private static @Nullable String each(Class<?> checks) {
        return carrying(checks, Each.class).map(Class::getName).orElse(null);
    }

    private static Optional<Class<? extends Annotation>> carrying(Class<?> checks, Class<? extends Annotation> meta) {
        return Arrays.stream(checks.getAnnotations())
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(meta))
                .findFirst();
    }
}
