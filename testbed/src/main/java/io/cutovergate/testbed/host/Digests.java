package io.cutovergate.testbed.host;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What identifies the deployed release: SHA-256 over names and bytes of the files that it is made of.
 *
 * @param backend of the shop's classes and its database scripts
 * @param frontend of the files that browsers get
 */
public record Digests(String backend, String frontend) {
    private static final String CODE = "io/cutovergate/testbed/shop";
    private static final String SCRIPTS = "shop/db";

    /** Where the frontend's files stand on the class path. */
    static final String WEB = "shop/web";

    static Digests ofDeployed() throws IOException {
        return inside(root -> new Digests(of(root, CODE, SCRIPTS), of(root, WEB)));
    }

    /** Copies the frontend's files out. */
    static void copyFrontend(Path to) throws IOException {
        Boolean unused = inside(root -> {
            Path web = root.resolve(WEB);
            for (Path file : files(web)) {
                Path copy = to.resolve(web.relativize(file).toString());
                Files.createDirectories(copy.resolve("..").normalize());
                Files.copy(file, copy);
            }
            return true;
        });
    }

    private interface Reader<T> {
        T read(Path root) throws IOException;
    }

    /** Reads where this class stands, in a directory or in a jar. */
    private static <T> T inside(Reader<T> reader) throws IOException {
        try {
            URI location = Digests.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path root = Path.of(location);
            if (Files.isDirectory(root)) {
                return reader.read(root);
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return reader.read(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String of(Path root, String... directories) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String directory : directories) {
                for (Path file : files(root.resolve(directory))) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
