package io.cutovergate.integrity.schema;

import java.util.Locale;

/** Kinds of objects of a schema. Each is read by the statement in the file of its name. */
public enum Kind {
    EXTENSION("extensions"),
    SCHEMA("schemas"),
    TYPE("types"),
    TABLE("tables"),
    COLUMN("columns"),
    CONSTRAINT("constraints"),
    INDEX("indexes"),
    SEQUENCE("sequences"),
    VIEW("views"),
    FUNCTION("functions"),
    TRIGGER("triggers"),
    RULE("rules"),
    POLICY("policies");

    private final String plural;

    Kind(String plural) {
        this.plural = plural;
    }

    /** For figures: {@code indexes that differ}. */
    public String plural() {
        return plural;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
