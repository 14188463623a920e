package io.cutovergate.harness.yaml;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of one of its keys.
 *
 * @param byDefault YAML text; empty for none
 * @param example YAML text; empty for none
 */
record KeyInfo(
        String name,
        RecordComponent component,
        Type type,
        boolean nullable,
        String doc,
        String byDefault,
        String example) {

    static List<KeyInfo> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(KeyInfo::of).toList();
    }

    private static KeyInfo of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " has no @Key");
        }
        return new KeyInfo(
                key.name().isEmpty() ? Names.ofComponent(component.getName()) : key.name(),
                component,
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                key.value(),
                key.byDefault(),
                key.example());
    }

    boolean isCollection() {
        return component.getType() == List.class || component.getType() == Map.class;
    }

    boolean isRequired() {
        return byDefault.isEmpty() && !nullable && !isCollection();
    }

    /** A value that would be accepted; empty when neither example nor default says one. */
    String sample() {
        return example.isEmpty() ? byDefault : example;
    }
}
