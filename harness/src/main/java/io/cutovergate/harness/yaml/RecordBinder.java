package io.cutovergate.harness.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Binds a mapping to a record, and reports every key that is unknown, missing or wrong. */
final class RecordBinder {

    private final Binding binding;
    private final ValueBinder values;

    RecordBinder(Binding binding, ValueBinder values) {
        this.binding = binding;
        this.values = values;
    }

    Outcome bind(Node node, Class<?> type, String path, Position at) {
        if (!(node instanceof MappingNode mapping)) {
            return values.wrongType(node, type, path, "");
        }
        List<KeyInfo> keys = binding.keysOf(type);
        Map<String, Mappings.Entry> written = Mappings.entries(mapping, path, binding);
        refuseUnknown(written, keys, path);
        @Nullable Object[] arguments = new @Nullable Object[keys.size()];
        boolean isValid = true;
        for (int i = 0; i < arguments.length; i++) {
            KeyInfo key = keys.get(i);
            Outcome outcome = component(key, written.get(key.name()), KeyPaths.key(path, key.name()), at);
            isValid &= outcome.isValid();
            arguments[i] = outcome.value();
        }
        return isValid ? construct(type, keys, arguments, path, at) : Outcome.INVALID;
    }

    private void refuseUnknown(Map<String, Mappings.Entry> written, List<KeyInfo> keys, String path) {
        List<String> allowed = keys.stream().map(KeyInfo::name).toList();
        for (Mappings.Entry entry : written.values()) {
            if (!allowed.contains(entry.key())) {
                String hint = Nearest.hint(entry.key(), allowed);
                binding.refuse(
                        entry.position(),
                        KeyPaths.key(path, entry.key()),
                        "unknown key" + (hint.isEmpty() ? "." : hint) + " Allowed here: " + String.join(", ", allowed));
            }
        }
    }

    private Outcome component(KeyInfo key, Mappings.@Nullable Entry entry, String path, Position section) {
        if (entry != null && !(ValueBinder.isNothing(entry.value()) && mayBeEmpty(key))) {
            return values.bind(entry.value(), key.type(), path, entry.position(), key.sample());
        }
        if (!key.byDefault().isEmpty()) {
            return byDefault(key, path, entry == null ? section : entry.position());
        }
        if (key.isCollection()) {
            return Outcome.of(key.component().getType() == List.class ? List.of() : Map.of());
        }
        if (key.nullable()) {
            return Outcome.of(null);
        }
        String example = key.example().isEmpty() ? "" : "; for example " + key.name() + ": " + key.example();
        return binding.refuse(section, path, "missing; expected " + Expected.of(key.type(), "") + example);
    }

    /** A section whose keys are all commented out is one that is not written. A scalar without its value is a mistake. */
    private static boolean mayBeEmpty(KeyInfo key) {
        Class<?> type = key.component().getType();
        boolean isSection = type.isRecord() && ScalarType.of(type) == null;
        return key.nullable()
                || key.isCollection()
                || (isSection && !key.byDefault().isEmpty());
    }

    private Outcome byDefault(KeyInfo key, String path, Position at) {
        try {
            Node node = YamlText.parse(key.byDefault()).orElseThrow();
            return new ValueBinder(binding.forDefault(at)).bind(node, key.type(), path, at, key.sample());
        } catch (YamlText.SyntaxException e) {
            throw new IllegalStateException("default of " + key.component(), e);
        }
    }

    private Outcome construct(
            Class<?> type, List<KeyInfo> keys, @Nullable Object[] arguments, String path, Position at) {
        Class<?>[] types = keys.stream().map(key -> key.component().getType()).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Outcome.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException rule) {
                return binding.refuse(at, path, String.valueOf(rule.getMessage()));
            }
            throw new IllegalStateException("constructor of " + type.getName() + " for " + path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }
}
