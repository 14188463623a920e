package io.cutovergate.probe.sql;

import java.util.Collections;
import java.util.regex.Pattern;

/**
 * A statement of the user's with a question mark for each place of its one named parameter, such as {@code :id}.
 *
 * @param times how many of them there are
 */
public record NamedQuery(String sql, int times) {

    /** The statement with the parameter of that name, without its colon. Where a colon precedes it, it is a cast: {@code ::id}. */
    public static NamedQuery of(String sql, String name) {
        Pattern parameter = Pattern.compile("(?<!:):" + Pattern.quote(name) + "\\b");
        return new NamedQuery(parameter.matcher(sql).replaceAll("?"), (int)
                parameter.matcher(sql).results().count());
    }

    /** The value for each of its places. */
    public Object[] parameters(Object value) {
        return Collections.nCopies(times, value).toArray();
    }
}
