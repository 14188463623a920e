package io.cutovergate.testbed.shop;

import java.util.Set;

/** Who asks, as the token says. */
record Principal(String subject, String name, Set<String> roles) {

    /** Throws 403 unless the role is there. */
    void require(String role) {
        if (!roles.contains(role)) {
            throw Problem.forbidden("role " + role + " is needed");
        }
    }
}
