package io.cutovergate.testbed.standin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The same account with more roles. */
    Account with(List<String> more) {
        List<String> all =
                Stream.concat(roles.stream(), more.stream()).distinct().toList();
        return new Account(name, password, fullName, all);
    }
}
