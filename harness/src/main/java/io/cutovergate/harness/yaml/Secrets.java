package io.cutovergate.harness.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All secrets of a run, so that none of them is printed, stored or attached. For any number of threads.
 *
 * <p>Masked are a value as it stands and as it looks URL-encoded, JSON-escaped, HTML-escaped and in Base64, there also
 * as a part of a longer text such as {@code user:password}; of a value with several lines, each long line too. A value shorter
 * than {@value #SHORT} characters is masked only where it stands as a word of its own: else the mask would eat the text
 * and, by the holes it leaves, give the value away. An empty value masks nothing.
 */
public final class Secrets {

    static final int SHORT = 4;

    private static final String MASK = "***";

    private final Map<String, String> namesByForm = new LinkedHashMap<>();
    private volatile List<Map.Entry<String, String>> longestFirst = List.of();

    /**
     * Registers a value.
     *
     * @param name what the value is, not secret itself: the path of its key
     */
    public synchronized void add(String value, String name) {
        for (String form : SecretForms.of(value)) {
            namesByForm.putIfAbsent(form, name);
        }
        List<Map.Entry<String, String>> forms = new ArrayList<>(namesByForm.size());
        namesByForm.forEach((form, of) -> forms.add(Map.entry(form, of)));
        forms.sort(Comparator.comparingInt(
                        (Map.Entry<String, String> form) -> form.getKey().length())
                .reversed());
        longestFirst = List.copyOf(forms);
    }

    /** The text with {@code ***} for every secret in it. */
    public String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> form : longestFirst) {
            masked = mask(masked, form.getKey());
        }
        return masked;
    }

    /** The names of the secrets that the text gives away; empty for a text that may be stored. */
    public List<String> foundIn(String text) {
        return longestFirst.stream()
                .filter(form -> !mask(text, form.getKey()).equals(text))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
    }

    private static String mask(String text, String form) {
        return form.length() < SHORT ? maskWord(text, form) : text.replace(form, MASK);
    }

    private static String maskWord(String text, String word) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean alone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (alone && at >= copied) {
                masked.append(text, copied, at).append(MASK);
                copied = end;
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }
}
