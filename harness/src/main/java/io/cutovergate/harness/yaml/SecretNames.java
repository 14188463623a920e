package io.cutovergate.harness.yaml;

import java.util.Locale;
import java.util.Set;

/** Tells variables that hold a secret by their name, wherever they are used: a header may carry a token as well. */
final class SecretNames {

    private static final Set<String> WORDS =
            Set.of("PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "CREDENTIALS");

    private SecretNames() {}

    /** {@code SOURCE_DB_PASSWORD} is one, {@code KEYCLOAK_PORT} is none. */
    static boolean isSecret(String variable) {
        for (String word : variable.toUpperCase(Locale.ROOT).split("_")) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
