package io.cutovergate.probe.http;

import io.cutovergate.harness.Vantage;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what went over the wire for a reader of the report, without what proves an identity. */
final class Wire {

    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");

    private Wire() {}

    static String print(HttpRequest request, HttpAnswer answer, Vantage vantage) {
        String sent = request.headers().entrySet().stream()
                .map(header -> header(header.getKey(), header.getValue()))
                .collect(Collectors.joining());
        String body = request.body() == null ? "" : "\n" + request.body() + "\n";
        return request + "\n" + sent + body + "\n" + answer + " (" + vantage + ")\n" + answer.head() + "\n"
                + answer.body() + (answer.cut() ? "\n… (cut)" : "");
    }

    /** One line; of a credential only the scheme or the name is kept. */
    static String header(String name, String value) {
        if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
            return name + ": " + value + "\n";
        }
        int end = value.indexOf(name.toLowerCase(Locale.ROOT).endsWith("cookie") ? '=' : ' ');
        return name + ": " + (end < 0 ? "" : value.substring(0, end + 1)) + "***\n";
    }
}
