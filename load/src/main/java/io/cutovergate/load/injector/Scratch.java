package io.cutovergate.load.injector;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is there only while it is needed. Who made it removes it; the injector does where its maker was killed.
 */
public record Scratch(Path folder) implements AutoCloseable {

    /** Makes one below the system's folder for temporary files. */
    public static Scratch make(String prefix) throws IOException {
        return new Scratch(Files.createTempDirectory(prefix));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
