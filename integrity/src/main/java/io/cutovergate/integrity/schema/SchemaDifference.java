package io.cutovergate.integrity.schema;

/**
 * One way in which the schemas differ.
 *
 * @param object kind and name: {@code index public.orders_user_idx}
 * @param sentence the object and how it differs: {@code index public.orders_user_idx is missing on target}
 */
public record SchemaDifference(Kind kind, String object, String sentence) {

    static SchemaDifference of(SchemaObject object, String how) {
        return new SchemaDifference(object.kind(), object.toString(), object + how);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
