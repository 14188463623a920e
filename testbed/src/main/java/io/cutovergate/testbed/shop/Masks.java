package io.cutovergate.testbed.shop;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What is read instead of a personal value. Equal values give equal masks; the key lives as long as the session, so that no table of
 * guessed values can undo it afterwards.
 */
final class Masks {

    private static final String HASH =
            "encode(sha256(convert_to(current_setting('shop.mask_key') || %s, 'UTF8')), 'hex')";

    /** Expressions by column; a null stays null. */
    private static final Map<String, String> USERS = Map.of(
            "email", "'user' || left(" + HASH.formatted("email") + ", 16) || '@example.invalid'",
            "phone", "'+00 ' || left(translate(" + HASH.formatted("phone") + ", 'abcdef', ''), 10)",
            "full_name", "'Customer ' || left(" + HASH.formatted("full_name") + ", 12)");

    private Masks() {}

    /** Makes a key and hands it to the session that will read. */
    static void install(Sql source) throws SQLException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        source.first(
                row -> row.getString(1),
                "select set_config('shop.mask_key', ?, false)",
                HexFormat.of().formatHex(key));
    }

    static String of(String table, String column) {
        return table.equals("users") ? USERS.getOrDefault(column, column) : column;
    }
}
