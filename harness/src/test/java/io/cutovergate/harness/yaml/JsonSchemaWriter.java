package io.cutovergate.harness.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON Schema (2020-12) of a file, from the records that it is bound to: what an editor needs to complete and to
 * underline. Rules across keys are the constructors' own, and not in it.
 */
final class JsonSchemaWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Any scalar may be interpolated. */
    private static final Map<String, Object> INTERPOLATED =
            ordered("type", "string", "pattern", "\\$\\{(env|file|command):[^}]+");

    private JsonSchemaWriter() {}

    static String write(Class<?> root) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("interpolated", INTERPOLATED);
        Map<String, Object> schema = ordered("$schema", "https://json-schema.org/draft/2020-12/schema");
        for (Class<?> record : Sections.below(root).keySet()) {
            if (record == root) {
                schema.putAll(section(record));
            } else {
                definitions.put(Sections.nameOf(record), section(record));
            }
        }
        schema.put("$defs", definitions);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts are always JSON", e);
        }
    }

    private static Map<String, Object> section(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<KeyInfo> keys = KeyInfo.of(record);
        for (KeyInfo key : keys) {
            Map<String, Object> property = ordered("description", description(key));
            property.putAll(mayBeEmpty(key) ? anyOf(type(key.type()), ordered("type", "null")) : type(key.type()));
            properties.put(key.name(), property);
        }
        return ordered(
                "description",
                Sections.docOf(record),
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                keys.stream().filter(KeyInfo::isRequired).map(KeyInfo::name).toList(),
                "properties",
                properties);
    }

    private static String description(KeyInfo key) {
        return key.doc()
                + (key.byDefault().isEmpty() ? "" : " Default: " + key.byDefault())
                + (key.example().isEmpty() ? "" : " Example: " + key.example());
    }

    /** As the binder takes it: a section whose keys are all commented out is absent. */
    private static boolean mayBeEmpty(KeyInfo key) {
        return key.nullable() || key.isCollection() || (Sections.isSection(key.type()) && !key.isRequired());
    }

    private static Map<String, Object> type(Type type) {
        if (type instanceof ParameterizedType collection) {
            Type[] of = collection.getActualTypeArguments();
            Map<String, Object> inner = type(of[of.length - 1]);
            if (of.length == 2) {
                return ordered("type", "object", "additionalProperties", inner);
            }
            Map<String, Object> list = ordered("type", "array", "items", inner);
            return CollectionBinder.isScalar(of[0]) ? anyOf(list, inner) : list;
        }
        Class<?> wanted = (Class<?>) type;
        if (Sections.isSection(wanted)) {
            return ordered("$ref", "#/$defs/" + Sections.nameOf(wanted));
        }
        if (wanted == Object.class) {
            return new LinkedHashMap<>();
        }
        return wanted == Secret.class ? reference() : scalar(wanted);
    }

    private static Map<String, Object> scalar(Class<?> type) {
        if (type.isEnum()) {
            return anyOf(ordered("enum", Expected.constants(type)), reference());
        }
        ScalarType scalar = ScalarType.of(type);
        if (scalar == null || type == String.class) {
            // an unquoted 1.10 or true is text to the binder
            return ordered("type", List.of("string", "number", "boolean"));
        }
        return scalar.pattern().isEmpty()
                ? anyOf(ordered("type", scalar.jsonType()), reference())
                : anyOf(ordered("type", scalar.jsonType(), "pattern", "^" + scalar.pattern() + "$"), reference());
    }

    private static Map<String, Object> reference() {
        return ordered("$ref", "#/$defs/interpolated");
    }

    private static Map<String, Object> anyOf(Object first, Object second) {
        return ordered("anyOf", List.of(first, second));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
