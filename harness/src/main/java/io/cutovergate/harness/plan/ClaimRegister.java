package io.cutovergate.harness.plan;

import io.cutovergate.harness.Suite;
import io.cutovergate.harness.yaml.Units;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Our claims, fixed in a file: what must be shown does not depend on what is found on the class path, so that a jar
 * that lacks a check leaves an obligation open instead of leaving it out. A test of the command's module holds the file
 * against the suites.
 */
public final class ClaimRegister {

    private static final String RESOURCE = "claims.tsv";
    private static final String NONE = "-";

    private ClaimRegister() {}

    /** Reads the register of this build. */
    public static List<Claim> ours() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClaimRegister.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            List<Claim> claims = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    claims.add(parse(line));
                }
            }
            return List.copyOf(claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One claim as a line of the register. */
    public static String line(Claim claim) {
        return String.join(
                "\t",
                claim.id(),
                claim.suite().id(),
                claim.checkClass(),
                claim.method(),
                claim.each() == null ? NONE : claim.each(),
                claim.within() == null ? NONE : Units.print(claim.within()),
                claim.vital() ? "vital" : NONE,
                claim.text());
    }

    private static Claim parse(String line) {
        String[] field = line.split("\t", -1);
        String id = field[0];
        return new Claim(
                id,
                id.substring(0, id.indexOf('/')),
                field[7],
                Suite.valueOf(field[1].toUpperCase(Locale.ROOT)),
                field[2],
                field[3],
                orNull(field[4]),
                within(field[5]),
                field[6].equals("vital"));
    }

    private static @Nullable Duration within(String text) {
        return text.equals(NONE) ? null : Units.duration(text);
    }

    private static @Nullable String orNull(String text) {
        return text.equals(NONE) ? null : text;
    }
}
