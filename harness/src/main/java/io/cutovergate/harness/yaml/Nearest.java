package io.cutovergate.harness.yaml;

import java.util.Collection;
import java.util.Locale;

/** Guesses what was meant by a word that is none of those allowed. */
final class Nearest {

    private Nearest() {}

    /** {@code ; did you mean min-days-left?}, or nothing when no word is near. */
    static String hint(String word, Collection<String> allowed) {
        String normal = word.toLowerCase(Locale.ROOT).replace('_', '-');
        String nearest = "";
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : allowed) {
            int distance = distance(normal, candidate);
            if (distance < least && distance < candidate.length()) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
