package io.cutovergate.testbed.shop;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules of tokens and sessions a deployment leaves out, as libraries allow it and as people set it: {@code SHOP_AUTH_OMITS}, words
 * between commas.
 *
 * @param omitted {@code token}: a request needs none; {@code expiry}, {@code not-before}, {@code audience}, {@code issuer};
 *     {@code signature}: any will do; {@code algorithm}: none will do; {@code key}: the one that a token brings along is
 *     believed; {@code secret}: the public key is taken for a shared secret; {@code form-token}: a form needs none;
 *     {@code session-end}: a logout ends no session; {@code certificate}: partners need none;
 *     {@code logout-token}: what the provider says of a logout changes nothing
 */
record TokenRules(Set<String> omitted) {

    private static final Set<String> WORDS = Set.of(
            "token",
            "expiry",
            "not-before",
            "audience",
            "issuer",
            "signature",
            "algorithm",
            "key",
            "secret",
            "form-token",
            "session-end",
            "certificate",
            "logout-token");

    static TokenRules of(Env env) {
        Set<String> omitted = env.maybe("SHOP_AUTH_OMITS").stream()
                .flatMap(words -> Arrays.stream(words.split(",")))
                .collect(Collectors.toUnmodifiableSet());
        if (!WORDS.containsAll(omitted)) {
            throw new IllegalStateException(
                    "environment variable SHOP_AUTH_OMITS is " + omitted + "; allowed: " + WORDS);
        }
        return new TokenRules(omitted);
    }

    boolean omits(String rule) {
        return omitted.contains(rule);
    }
}
