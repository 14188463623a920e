package io.cutovergate.testbed;

import java.nio.file.Path;
import java.util.List;

/** The command line of a JVM of ours: this JVM's Java and class path, tuned for a short life on few cores. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * The command without the main class's arguments.
     *
     * @param heap its largest heap, as {@code -Xmx} takes it
     */
    public static List<String> of(String mainClass, String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xmx" + heap,
                "-Djava.net.preferIPv4Stack=true",
                "-Dlogback.configurationFile=testbed-logback.xml",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
    }
}
