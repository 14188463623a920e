package io.cutovergate.harness.yaml;

import java.util.Locale;

/** Names as the files write them: in kebab-case. */
public final class Names {

    private Names() {}

    /** {@code CLOUDFLARE_ORIGIN} is {@code cloudflare-origin}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code minDaysLeft} is {@code min-days-left}. */
    static String ofComponent(String component) {
        StringBuilder name = new StringBuilder(component.length() + 4);
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('-').append(Character.toLowerCase(c));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
