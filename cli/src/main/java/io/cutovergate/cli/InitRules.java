package io.cutovergate.cli;

import io.cutovergate.cli.InitAnswers.Kind;
import io.cutovergate.harness.yaml.Names;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer must look like; an {@link IllegalArgumentException} says what is wrong with it. */
final class InitRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String PORT = "(?::(?<port>\\d{1,5}))?";
    private static final Pattern HOST =
            Pattern.compile("(?=[^:]{1,253}(?::|$))" + LABEL + "(?:\\." + LABEL + ")*" + PORT);
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]" + PORT);
    private static final Pattern DATABASE =
            Pattern.compile("postgres(?:ql)?://(?:[\\w.~%+-]+@)?(?<host>[^/?@]+)/[\\w.~%-]+(?:\\?[\\w.~%=&/+:,-]*)?");
    private static final Pattern PASSWORD = Pattern.compile("://[^/?@:]*:[^/?]*@");
    private static final int HTTPS = 443;
    private static final int LARGEST_PORT = 65_535;

    private InitRules() {}

    /** A name that can be a file's. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw wrong(text, "is no name of small letters, digits and hyphens; it becomes the name of a file");
        }
        return text;
    }

    static Kind kind(String text) {
        for (Kind kind : Kind.values()) {
            if (Names.of(kind).equals(text)) {
                return kind;
            }
        }
        throw wrong(text, "is no kind of environment; there is dev, staging and production");
    }

    /** A public host name as DNS writes it (RFC 1123, section 2.1), with a port where it is not 443. */
    static String host(String text) {
        if (!isPlace(HOST, text)) {
            throw wrong(
                    text,
                    "is no host name: letters, digits, hyphens and dots, without https://, with :port where it is not"
                            + " 443; an international name in its xn-- form");
        }
        return text;
    }

    /** A host name or address, with a port where it is not 443. */
    static String entry(String text) {
        if (!isHostOrAddress(text)) {
            throw wrong(text, "is no host name or address, such as 198.51.100.20, lb.example:8443 or [2001:db8::20]");
        }
        return text;
    }

    /** A database's address as libpq writes it ("Connection URIs"), without a password. */
    static String database(String text) {
        if (PASSWORD.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "a database's address stands in the file, and so without a password: postgresql://user@host/database");
        }
        Matcher address = DATABASE.matcher(text);
        if (!address.matches() || !isHostOrAddress(address.group("host"))) {
            throw wrong(text, "has not the form postgresql://user@host:port/database?sslmode=verify-full");
        }
        return text;
    }

    private static boolean isHostOrAddress(String text) {
        return isPlace(HOST, text) || isPlace(IPV6, text);
    }

    private static boolean isPlace(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int port = matcher.group("port") == null ? HTTPS : Integer.parseInt(matcher.group("port"));
        return port > 0 && port <= LARGEST_PORT;
    }

    /** The answer may hold anything, also what would move a terminal's cursor. */
    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("'" + text.replaceAll("\\p{Cntrl}", "?") + "' " + what);
    }
}
