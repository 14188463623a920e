package io.cutovergate.harness.previous;

import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something that an earlier gate saw, in a file beside its verdict.
 *
 * @param name what it is, for people
 * @param sha256 its digest as the verdict tells it, in hexadecimal
 */
public record Kept(String name, Path file, String sha256) {

    /** Whether it is what the verdict was given for; {@link Unexamined} where it is not there any more. */
    public boolean isIntact() {
        if (!Files.exists(file)) {
            throw new Unexamined("the evidence '" + name + "' is not beside its verdict: there is no " + file
                    + "; a report is kept as a whole folder");
        }
        try {
            return Sha256.of(file).equals(sha256);
        } catch (IOException e) {
            throw new Unexamined("the evidence " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file; {@link Unexamined} where it is another one than the verdict was given for. */
    public Path requireIntact() {
        if (!isIntact()) {
            throw new Unexamined(
                    "the evidence " + file + " is not what the verdict was given for: its digest is another");
        }
        return file;
    }
}
