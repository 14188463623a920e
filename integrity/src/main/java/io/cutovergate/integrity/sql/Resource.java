package io.cutovergate.integrity.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that is too long to stand in a class, in a file beside it. */
public final class Resource {

    private Resource() {}

    /** The statement in {@code name.sql} of the class's package. */
    public static String sql(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no " + name + ".sql beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
