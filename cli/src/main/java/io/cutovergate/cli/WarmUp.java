package io.cutovergate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Runs the commands whose start should be short, so that the class data archive holds their classes. Used by the build only. */
public final class WarmUp {

    private static final String NOBODY = "postgresql://gate@127.0.0.1:1/nobody";

    private WarmUp() {}

    /** Arguments: those of a plan. Its exit status counts; the comparison reaches nobody, and the gate judges one answer. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        // What only works with a server is not reached.
        load(org.postgresql.Driver.class);
        load(io.cutovergate.integrity.rows.DataComparison.class);
        Main.execute("compare", "--source", NOBODY, "--target", NOBODY);
        judge();
        System.exit(Main.execute(arguments));
    }

    /** As most of what a short gate does is to start, and to speak its first word over TLS. */
    private static void judge() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("cutover-gate-warm-up-");
        try (WarmUpServer server = WarmUpServer.start(folder)) {
            Main.execute(
                    "run",
                    "dev",
                    "--env",
                    server.environment().toString(),
                    "--item",
                    "api-responds",
                    "--out",
                    folder.resolve("report").toString());
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Loads all classes that stand beside one, but for those whose optional libraries are not there. */
    private static void load(Class<?> one) throws IOException {
        Path jar =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class")) {
                    load(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, WarmUp.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError optional) {
            // It needs a library that is not there, so nothing that runs here needs it.
        }
    }
}
