package io.cutovergate.e2e;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a browser trust certificate authorities besides its own: they are written into the NSS database of its home,
 * where Chromium looks on Linux. Nothing else is trusted; no check of it is switched off.
 */
final class NssDatabase {

    private static final long SECONDS = 20;

    private final Path home;

    NssDatabase(Path home) {
        this.home = home;
    }

    /** Adds every certificate of the PEM files; {@link Unexamined} says what is missing or cannot be read. */
    void add(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        Path database = home.resolve(".pki/nssdb");
        int count = 0;
        try {
            Files.createDirectories(database);
            certutil("-N", "-d", "sql:" + database, "--empty-password");
            for (Path file : files) {
                for (Certificate certificate : read(file)) {
                    count++;
                    Path der = Files.write(home.resolve("ca-" + count + ".der"), certificate.getEncoded());
                    certutil("-A", "-d", "sql:" + database, "-n", "ca-" + count, "-t", "C,,", "-i", der.toString());
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new Unexamined("the browser's trust cannot be written to " + database + ": " + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new Unexamined("the certificates of " + file + " (public.tls.ca) cannot be read: " + e, e);
        }
    }

    private static void certutil(String... arguments) throws IOException {
        Process process = start(arguments);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new Unexamined("certutil did not end within " + SECONDS + "s");
            }
            if (process.exitValue() != 0) {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                throw new Unexamined("certutil " + arguments[0] + " says: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("interrupted while certutil ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) {
        try {
            return new ProcessBuilder(java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of("certutil"), java.util.Arrays.stream(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new Unexamined(
                    "certutil is needed to trust public.tls.ca in the browser; install it with scripts/install-browser"
                            + " as root (apt-get install libnss3-tools)",
                    e);
        }
    }
}
