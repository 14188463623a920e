package io.cutovergate.integrity.selection;

import io.cutovergate.probe.sql.Identifier;
import java.util.Comparator;

/** A table's name with its schema, written in messages and files as {@code public.users}. */
public record TableName(String schema, String name) implements Comparable<TableName> {

    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    /** The name as SQL reads it. */
    public String sql() {
        return Identifier.quote(schema, name);
    }

    /** Whether the files mean this table: {@code public.users}, or {@code users} in whatever schema. */
    public boolean isCalled(String declared) {
        return declared.equals(toString()) || declared.equals(name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
