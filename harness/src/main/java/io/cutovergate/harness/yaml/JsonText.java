package io.cutovergate.harness.yaml;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) of {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and {@code null}, on one line and
 * without a space; members stand in the order of their map.
 */
public final class JsonText {

    private final StringBuilder json = new StringBuilder();

    private JsonText() {}

    public static String of(@Nullable Object value) {
        JsonText text = new JsonText();
        text.write(value);
        return text.json.toString();
    }

    static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            writeAll('{', map.entrySet(), '}');
        } else if (value instanceof Map.Entry<?, ?> member) {
            json.append(quote(String.valueOf(member.getKey()))).append(':');
            write(member.getValue());
        } else if (value instanceof Iterable<?> items) {
            writeAll('[', items, ']');
        } else if (value instanceof String text) {
            json.append(quote(text));
        } else if (value instanceof Double number) {
            BigDecimal decimal = BigDecimal.valueOf(number);
            json.append(
                    decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private void writeAll(char open, Iterable<?> parts, char close) {
        json.append(open);
        Iterator<?> iterator = parts.iterator();
        while (iterator.hasNext()) {
            write(iterator.next());
            if (iterator.hasNext()) {
                json.append(',');
            }
        }
        json.append(close);
    }
}
