package io.cutovergate.probe.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cookie as a server sets it (RFC 6265, section 4.1).
 *
 * @param attributes by their names in lower case; empty where one has no value
 */
public record SetCookie(String name, String value, Map<String, String> attributes) {

    public SetCookie {
        attributes = Map.copyOf(attributes);
    }

    /** Reads the value of a {@code Set-Cookie} header as RFC 6265, section 5.2, does. */
    public static SetCookie parse(String header) {
        String[] parts = header.split(";", -1);
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            attributes.put(before(parts[i]).toLowerCase(Locale.ROOT), after(parts[i]));
        }
        return new SetCookie(before(parts[0]), after(parts[0]), attributes);
    }

    /** What protects it and is missing: from eavesdroppers, from scripts, from other sites. */
    public List<String> unprotected() {
        List<String> missing = new ArrayList<>();
        if (!attributes.containsKey("secure")) {
            missing.add("Secure");
        }
        if (!attributes.containsKey("httponly")) {
            missing.add("HttpOnly");
        }
        String sameSite = attributes.getOrDefault("samesite", "");
        if (!sameSite.equalsIgnoreCase("lax") && !sameSite.equalsIgnoreCase("strict")) {
            missing.add("SameSite");
        }
        return List.copyOf(missing);
    }

    private static String before(String pair) {
        int at = pair.indexOf('=');
        return (at < 0 ? pair : pair.substring(0, at)).strip();
    }

    private static String after(String pair) {
        int at = pair.indexOf('=');
        return at < 0 ? "" : pair.substring(at + 1).strip();
    }

    /** Its name alone. */
    @Override
    public String toString() {
        return name;
    }
}
