package io.cutovergate.integrity.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs. */
final class Binaries {

    private Binaries() {}

    static void unpack(Path home) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream archive = Binaries.class.getResourceAsStream("/postgres-linux-" + machine + ".txz");
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(Objects.requireNonNull(archive, machine)))) {
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
