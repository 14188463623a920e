package io.cutovergate.smoke;

import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The user's query with a question mark for each {@code :id}, or for each {@code :since}.
 *
 * @param ids how many of them there are
 */
record EffectQuery(String sql, int ids) {

    /** Not preceded by a colon: {@code ::id} is a cast. */
    private static final Pattern ID = Pattern.compile("(?<!:):id\\b");

    private static final Pattern SINCE = Pattern.compile("(?<!:):since\\b");

    static EffectQuery of(String sql) {
        return of(sql, ID);
    }

    static EffectQuery since(String sql) {
        return of(sql, SINCE);
    }

    private static EffectQuery of(String sql, Pattern parameter) {
        return new EffectQuery(parameter.matcher(sql).replaceAll("?"), (int)
                parameter.matcher(sql).results().count());
    }

    Object[] parameters(Object value) {
        return Collections.nCopies(ids, value).toArray();
    }
}
