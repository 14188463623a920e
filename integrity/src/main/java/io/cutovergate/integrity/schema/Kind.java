package io.cutovergate.integrity.schema;

import java.util.Locale;

/** Kinds of objects of a schema. Each is read by the statement in the file of its name. */
public enum Kind {
    EXTENSION("extension", "extensions"),
    SCHEMA("schema", "schemas"),
    TYPE("type", "types"),
    COLLATION("collation", "collations"),
    TABLE("table", "tables"),
    COLUMN("column", "columns"),
    CONSTRAINT("constraint", "constraints"),
    INDEX("index", "indexes"),
    STATISTICS("statistics", "statistics objects"),
    SEQUENCE("sequence", "sequences"),
    VIEW("view", "views"),
    FUNCTION("function", "functions"),
    OPERATOR("operator", "operators"),
    OPERATOR_CLASS("operator class", "operator classes"),
    CAST("cast", "casts"),
    TEXT_SEARCH("text search", "text search objects"),
    TRIGGER("trigger", "triggers"),
    EVENT_TRIGGER("event trigger", "event triggers"),
    RULE("rule", "rules"),
    POLICY("policy", "policies"),
    ROLE("role", "roles"),
    PRIVILEGE("privileges on", "privileges"),
    DEFAULT_PRIVILEGE("privileges on new", "default privileges"),
    OWNER("owner of", "owners", true),
    COMMENT("comment on", "comments", true),
    STORAGE("storage of", "storage options", true),
    PUBLICATION("publication", "publications", true),
    SUBSCRIPTION("subscription", "subscriptions", true);

    private final String singular;
    private final String plural;
    private final boolean informative;

    Kind(String singular, String plural) {
        this(singular, plural, false);
    }

    Kind(String singular, String plural, boolean informative) {
        this.singular = singular;
        this.plural = plural;
        this.informative = informative;
    }

    /** For figures: {@code indexes that differ}. */
    public String plural() {
        return plural;
    }

    /** Whether a difference changes nothing that the application reads or does: told as a note. */
    public boolean informative() {
        return informative;
    }

    /** The statement that reads it. */
    String file() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its statement asks for roles, too. */
    public boolean ofRoles() {
        return this == ROLE || this == PRIVILEGE || this == DEFAULT_PRIVILEGE;
    }

    /** Whether a change of it is a change of the schema: not what is only told, and not whom the cloud lets in. */
    public boolean ofSchema() {
        return !informative && !ofRoles();
    }

    /** Whether it says something of an object that another kind is: where that is missing, nothing is to be said. */
    boolean ofAnother() {
        return this == PRIVILEGE || this == OWNER || this == STORAGE;
    }

    /** Whether it is noted where one side lacks it. */
    boolean toldWhenMissing() {
        return informative && !ofAnother();
    }

    @Override
    public String toString() {
        return singular;
    }
}
