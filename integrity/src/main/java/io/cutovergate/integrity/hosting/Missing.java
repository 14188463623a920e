package io.cutovergate.integrity.hosting;

/**
 * Something that the target does not have.
 *
 * @param object its kind and name, as {@code may-differ} takes it: {@code role reporting}
 * @param sentence the object, and why it is missing
 */
public record Missing(String object, String sentence) {

    @Override
    public String toString() {
        return sentence;
    }
}
