package io.cutovergate.testbed;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which deployments a testbed has. */
public enum Environment {
    /** The target only. */
    DEV("dev.shop.test"),
    /** A complete target that holds an anonymised subset of the source's database; of the source that, and little before it. */
    STAGING("staging.shop.test"),
    /** Both sides complete, the target's database replicated from the source's; public names mean the source. */
    PRODUCTION("shop.test");

    private final String domain;

    Environment(String domain) {
        this.domain = domain;
    }

    /** The domain that the public names {@code www}, {@code api} and {@code id} stand in. */
    public String domain() {
        return domain;
    }

    /** The optional parts that are started unless the caller names others. */
    public Set<Part> parts() {
        return this == DEV ? EnumSet.of(Part.MAIL, Part.CACHE) : EnumSet.allOf(Part.class);
    }

    /** The word used in files and commands: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment of that word. */
    public static Environment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
