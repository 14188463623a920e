package io.cutovergate.integrity.schema;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two prints of the same definition by different major versions. Since PostgreSQL 16 a view of one relation is printed
 * with bare column names, before that with the relation's name before each: {@code SELECT id} for {@code SELECT
 * orders.id}. Such a qualifier, and white space, is all that may be absent; one that stands on both sides must be the
 * same.
 */
final class Printed {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|[0-9.]*[0-9]|\\S");

    private Printed() {}

    static boolean alike(String one, String other) {
        List<String> a = tokens(one);
        List<String> b = tokens(other);
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (qualifies(a, i, b.get(j)) && !a.get(i).equals(b.get(j))) {
                i += 2;
            } else if (qualifies(b, j, a.get(i)) && !a.get(i).equals(b.get(j))) {
                j += 2;
            } else if (qualifies(a, i, b.get(j)) && !dotFollows(b, j)) {
                // a column of the same name as its relation
                i += 2;
            } else if (qualifies(b, j, a.get(i)) && !dotFollows(a, i)) {
                j += 2;
            } else if (!a.get(i).equals(b.get(j))) {
                return false;
            }
            i++;
            j++;
        }
        return i == a.size() && j == b.size();
    }

    /** Whether a name and a dot stand there before the other side's token. */
    private static boolean qualifies(List<String> tokens, int at, String token) {
        return isName(tokens.get(at))
                && dotFollows(tokens, at)
                && at + 2 < tokens.size()
                && tokens.get(at + 2).equals(token);
    }

    private static boolean dotFollows(List<String> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).equals(".");
    }

    private static boolean isName(String token) {
        return token.startsWith("\"") || Character.isLetter(token.charAt(0)) || token.startsWith("_");
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
