package io.cutovergate.testbed.process;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Programs that a library brings, unpacked into a cache the first time that they are needed. */
final class Unpacked {

    /** Fills an empty directory. */
    interface Unpacking {
        void into(Path directory) throws IOException;
    }

    private Unpacked() {}

    /**
     * The directory of that name in the cache. It appears complete or not at all: it is filled under a name that carries
     * this process's id, and what a process left unfinished that was killed is removed.
     */
    static synchronized Path in(Path cache, String name, Unpacking unpacking) throws IOException {
        Path finished = cache.resolve(name);
        if (Files.isDirectory(finished)) {
            return finished;
        }
        if (!Files.isDirectory(cache)) {
            Files.createDirectories(cache);
            readable(cache, true);
        }
        removeUnfinished(cache, name + ".");
        Path unfinished = cache.resolve(name + "." + ProcessHandle.current().pid());
        Files.createDirectory(unfinished);
        readable(unfinished, true);
        unpacking.into(unfinished);
        try {
            Files.move(unfinished, finished);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // another testbed was faster; its copy stays
            Trees.delete(unfinished);
        }
        return finished;
    }

    private static void removeUnfinished(Path cache, String prefix) throws IOException {
        List<Path> stale;
        try (Stream<Path> files = Files.list(cache)) {
            stale = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> !alive(file.getFileName().toString().substring(prefix.length())))
                    .toList();
        }
        for (Path directory : stale) {
            Trees.delete(directory);
        }
    }

    private static boolean alive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Lets everybody read a file or enter a directory, whatever the umask says. */
    static void readable(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
