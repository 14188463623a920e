package io.cutovergate.harness.yaml;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The looks of one secret in what is printed. */
final class SecretForms {

    /** A shorter piece occurs by chance. */
    private static final int LONG_ENOUGH = 8;

    private SecretForms() {}

    static Set<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        addText(forms, value);
        if (value.indexOf('\n') >= 0) {
            value.lines()
                    .map(String::strip)
                    // a line of a PEM file, but not the one that only says what it is
                    .filter(line -> line.length() >= LONG_ENOUGH && !line.startsWith("-----"))
                    .forEach(line -> addText(forms, line));
        }
        forms.remove("");
        return forms;
    }

    private static void addText(Set<String> forms, String value) {
        forms.add(value);
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(form);
        forms.add(form.replace("+", "%20"));
        String json = JsonText.quote(value);
        forms.add(json.substring(1, json.length() - 1));
        forms.add(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
        for (int offset = 0; offset < 3; offset++) {
            String piece = base64At(offset, value);
            if (piece.length() >= LONG_ENOUGH) {
                forms.add(piece);
                forms.add(piece.replace('+', '-').replace('/', '_'));
            }
        }
    }

    /**
     * The characters that the value alone decides when it stands {@code offset} bytes behind a multiple of three in what is
     * encoded: those that it shares with a neighbour are left out (RFC 4648, section 4: 6 bits each).
     */
    private static String base64At(int offset, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (offset * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return from < to ? encoded.substring(from, to) : "";
    }
}
