package io.cutovergate.harness.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are written as one scalar.
 *
 * @param name as the reference names it: {@code duration}
 * @param expected as an error names it: {@code a duration such as 30s}
 * @param parse from text; an {@link IllegalArgumentException} when the text is none
 * @param jsonType of the JSON Schema
 * @param pattern of the text, as the JSON Schema writes it (ECMA 262); empty for any
 */
record ScalarType(String name, String expected, Function<String, Object> parse, String jsonType, String pattern) {

    private static final Map<Class<?>, ScalarType> ALL = Map.of(
            String.class, new ScalarType("text", "text", text -> text, "string", ""),
            int.class, new ScalarType("whole number", "a whole number", Integer::valueOf, "integer", ""),
            long.class, new ScalarType("whole number", "a whole number", Long::valueOf, "integer", ""),
            double.class, new ScalarType("number", "a number", ScalarType::number, "number", ""),
            boolean.class, new ScalarType("true or false", "true or false", ScalarType::bool, "boolean", ""),
            Duration.class,
                    new ScalarType(
                            "duration",
                            "a duration such as 300ms, 30s, 15m, 2h or 14d",
                            Units::duration,
                            "string",
                            "[0-9]+(ms|s|m|h|d)"),
            Share.class,
                    new ScalarType(
                            "share", "a share such as 0.5% or +10%", Share::parse, "string", "\\+?[0-9]+(\\.[0-9]+)?%"),
            Size.class,
                    new ScalarType(
                            "size",
                            "a size such as 5B, 10KiB, 64MiB, 1GiB or 10MB",
                            Size::parse,
                            "string",
                            "[0-9]+([KMGT]iB|[kMGT]?B)"),
            Rate.class,
                    new ScalarType("rate", "a rate such as 200/s, 30/m or 5/h", Rate::parse, "string", "[0-9]+/[smh]"),
            LocalDate.class,
                    new ScalarType(
                            "date",
                            "a date such as 2027-01-31",
                            ScalarType::date,
                            "string",
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}"));

    private static final Map<Class<?>, Class<?>> UNBOXED = Map.of(
            Integer.class, int.class, Long.class, long.class, Double.class, double.class, Boolean.class, boolean.class);

    static @Nullable ScalarType of(Class<?> type) {
        return ALL.get(UNBOXED.getOrDefault(type, type));
    }

    boolean isNumber() {
        return jsonType.equals("integer") || jsonType.equals("number");
    }

    static Object number(String text) {
        // not Double.parseDouble, which takes 1d and NaN
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("too large a number: " + text);
        }
        return value;
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }
}
