package io.cutovergate.probe.dns;

import io.cutovergate.harness.evidence.Unexamined;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host or address as the files write it: {@code host}, {@code host:port}, {@code ipv6} or {@code [ipv6]:port}. */
record HostPort(String host, int port) {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:]+)(?::(\\d{1,5}))?");
    private static final Pattern BARE_IPV6 = Pattern.compile("([0-9A-Fa-f:.]+)()");

    /**
     * Reads it.
     *
     * @param otherwise the port where none is written
     * @param key the key that it stands under, for the message
     */
    static HostPort parse(String text, int otherwise, String key) {
        for (Pattern form : new Pattern[] {BRACKETS, PLAIN, BARE_IPV6}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                String port = matcher.group(2);
                return new HostPort(
                        matcher.group(1), port == null || port.isEmpty() ? otherwise : Integer.parseInt(port));
            }
        }
        throw new Unexamined("'" + text + "' is neither host nor host:port (" + key + ")");
    }
}
