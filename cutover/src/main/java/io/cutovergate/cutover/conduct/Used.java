package io.cutovergate.cutover.conduct;

import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a step runs, as a journal tells it: a name, and the digest of its content. Where it stands is not part of it, as
 * that may be another place in every environment.
 *
 * @param digest in hexadecimal; empty for a program of the machine, which is known by its name
 */
public record Used(String name, String digest) {

    private static final String ALGORITHM = "sha256:";
    private static final int SHOWN = 12;

    /** A file; {@link Unexamined} where it cannot be read. */
    static Used file(String name, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Unexamined("there is no file " + file);
        }
        try {
            return new Used(name, Sha256.of(file));
        } catch (IOException e) {
            throw new Unexamined(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** As it was printed. */
    static Used parse(String printed) {
        int at = printed.lastIndexOf(' ' + ALGORITHM);
        return at < 0
                ? new Used(printed, "")
                : new Used(printed.substring(0, at), printed.substring(at + 1 + ALGORITHM.length()));
    }

    /** For messages: {@code switch.sh 4f0d1c2b3a49}. */
    public String shortly() {
        return digest.isEmpty() ? name : name + " " + shortDigest();
    }

    /** The beginning of the digest. */
    public String shortDigest() {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }

    /** In full, for the journal: {@code switch.sh sha256:4f0d1c2b3a49…}. */
    @Override
    public String toString() {
        return digest.isEmpty() ? name : name + " " + ALGORITHM + digest;
    }
}
