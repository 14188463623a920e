package io.cutovergate.integrity.anonymised.pattern;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * E-mail addresses. Nobody's are those in the domains that RFC 2606 and RFC 6761 reserve and in those that the files name, with all
 * domains below. What ends like a file is none: {@code logo@2x.png}.
 */
public final class Emails implements Finder {

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>\"',;:()\\[\\]/\\\\=]{1,64}@([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,63})(?![A-Za-z0-9-])");
    private static final Set<String> RESERVED =
            Set.of("test", "example", "invalid", "localhost", "local", "example.com", "example.net", "example.org");
    private static final Set<String> FILES = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "css", "js", "mjs", "html", "json", "xml", "pdf");

    private final List<String> reserved;

    /**
     * @param testDomains besides those that are reserved
     */
    public Emails(List<String> testDomains) {
        this.reserved = Stream.concat(
                        RESERVED.stream(), testDomains.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public String what() {
        return "e-mail addresses";
    }

    @Override
    public Sightings in(String text) {
        Sightings seen = Sightings.NONE;
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String domain = matcher.group(1).toLowerCase(Locale.ROOT);
            if (!FILES.contains(domain.substring(domain.lastIndexOf('.') + 1))) {
                seen = seen.with(isReserved(domain));
            }
        }
        return seen;
    }

    private boolean isReserved(String domain) {
        return reserved.stream().anyMatch(name -> domain.equals(name) || domain.endsWith("." + name));
    }
}
