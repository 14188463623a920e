package io.cutovergate.harness.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What JUnit says of every identifier. Counters would not do: tests below an aborted container appear in none of them.
 */
final class Events implements TestExecutionListener {

    private final Map<String, TestExecutionResult> finished = new ConcurrentHashMap<>();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        troubles.add(new Trouble(className(identifier), "skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        finished.put(identifier.getUniqueId(), result);
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            String verb = result.getStatus() == TestExecutionResult.Status.ABORTED ? "aborted" : "crashed";
            String cause = result.getThrowable().map(Causes::of).orElse("no cause given");
            trouble(className(identifier), verb + " before it began: " + cause);
        }
    }

    /** Notes trouble that JUnit cannot know of. */
    void trouble(String checkClass, String what) {
        troubles.add(new Trouble(checkClass, what));
    }

    /** How the identifier ended; empty if it never did. */
    Optional<TestExecutionResult> result(String uniqueId) {
        return Optional.ofNullable(finished.get(uniqueId));
    }

    /** Why checks of the class never began, as far as JUnit told; trouble without a class concerns all. */
    Optional<String> trouble(String checkClass) {
        return troubles.stream()
                .filter(trouble ->
                        trouble.checkClass().isEmpty() || trouble.checkClass().equals(checkClass))
                .map(Trouble::what)
                .findFirst();
    }

    private static String className(TestIdentifier identifier) {
        return identifier
                .getSource()
                .map(source -> source instanceof ClassSource type
                        ? type.getClassName()
                        : source instanceof MethodSource method ? method.getClassName() : "")
                .orElse("");
    }

    private record Trouble(String checkClass, String what) {}
}
