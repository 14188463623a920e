package io.cutovergate.harness.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a file was resolved to as canonical JSON: one line, members sorted by name, absent ones left out, values as the files
 * write them. Equal configurations give equal text wherever their folder stands.
 *
 * <p>A secret, and every text that holds one, is {@code sha256:} and the first 16 hexadecimal digits of SHA-256 over salt and value: two runs with the
 * same salt show whether a secret changed. A secret that was not resolved is {@code unresolved:} and what the file says.
 */
public final class ResolvedJson {

    private static final int DIGITS = 16;

    private final Path folder;
    private final Secrets secrets;
    private final String salt;

    private ResolvedJson(Path folder, Secrets secrets, String salt) {
        this.folder = folder;
        this.secrets = secrets;
        this.salt = salt;
    }

    /**
     * The JSON of a bound record.
     *
     * @param folder of the file; paths below it are written relative to it
     * @param salt stored beside the text, and new for each verdict that need not be compared by its secrets
     */
    public static String of(Record record, Path folder, Secrets secrets, String salt) {
        return JsonText.of(new ResolvedJson(folder, secrets, salt).value(record));
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), value(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        if (value instanceof Record record && ScalarType.of(value.getClass()) == null) {
            return members(record);
        }
        return scalar(value);
    }

    private Map<String, @Nullable Object> members(Record record) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        for (KeyInfo key : KeyInfo.of(record.getClass())) {
            Object member = read(record, key.component().getAccessor());
            if (member != null) {
                members.put(key.name(), value(member));
            }
        }
        return members;
    }

    private static @Nullable Object read(Record record, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    private String scalar(Object value) {
        if (value instanceof Secret secret) {
            return secret.isResolved() ? hash(secret.reveal()) : "unresolved:" + secret.origin();
        }
        String text = text(value);
        return secrets.foundIn(text).isEmpty() ? text : hash(text);
    }

    private String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return Names.of(constant);
        }
        if (value instanceof Duration duration) {
            return Units.print(duration);
        }
        if (value instanceof Path path) {
            Path written = !folder.toString().isEmpty() && path.startsWith(folder) ? folder.relativize(path) : path;
            return written.toString().replace('\\', '/');
        }
        return value.toString();
    }

    private String hash(String value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((salt + value).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
