package io.cutovergate.integrity.schema;

/** One way in which the schemas differ, as a sentence: {@code index public.orders_user_idx is missing on target}. */
public record SchemaDifference(Kind kind, String sentence) {

    @Override
    public String toString() {
        return sentence;
    }
}
