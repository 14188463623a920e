package io.cutovergate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What Linux says of processes; see proc(5). */
final class Processes {

    /** Fields cutime and cstime of /proc/PID/stat, counted from the one after the program's name in brackets. */
    private static final int CUTIME = 13;

    private static final double TICKS_PER_SECOND = 100;

    private Processes() {}

    /** Processor seconds, user and system, of children that have ended and were waited for. */
    static double ofEndedChildren(long pid) {
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CUTIME + 1])) / TICKS_PER_SECOND;
    }

    /** The most memory that a process has held so far, in MiB; zero when it is gone. */
    static long peakMebibytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
