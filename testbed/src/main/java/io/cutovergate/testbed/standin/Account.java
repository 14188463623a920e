package io.cutovergate.testbed.standin;

import java.util.List;
import java.util.Map;

/**
 * Somebody who can log in.
 *
 * @param name what is typed, and the token's subject
 */
public record Account(String name, String password, String fullName, List<String> roles) {

    /** What a token says of it beside its subject. */
    public Map<String, Object> claims() {
        return Map.of(
                "preferred_username", name,
                "name", fullName,
                "email", name + "@shop.test",
                "roles", roles);
    }
}
