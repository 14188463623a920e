package io.cutovergate.smoke;

import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The user's query with a question mark for each {@code :id}.
 *
 * @param ids how many of them there are
 */
record EffectQuery(String sql, int ids) {

    /** Not preceded by a colon: {@code ::id} is a cast. */
    private static final Pattern ID = Pattern.compile("(?<!:):id\\b");

    static EffectQuery of(String sql) {
        return new EffectQuery(
                ID.matcher(sql).replaceAll("?"), (int) ID.matcher(sql).results().count());
    }

    Object[] parameters(String id) {
        return Collections.nCopies(ids, id).toArray();
    }
}
