package io.cutovergate.harness.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All records below a root, each once, in the order in which a file would be read, with the paths of its uses. */
final class Sections {

    private final Map<Class<?>, List<String>> paths = new LinkedHashMap<>();

    private Sections() {}

    static Map<Class<?>, List<String>> below(Class<?> root) {
        Sections sections = new Sections();
        sections.visit(root, "");
        return sections.paths;
    }

    /** Unique among the records of a package: {@code SideConfig.Database}. */
    static String nameOf(Class<?> record) {
        return record.getName().substring(record.getPackageName().length() + 1).replace('$', '.');
    }

    static String docOf(Class<?> record) {
        Section section = record.getAnnotation(Section.class);
        if (section == null) {
            throw new IllegalStateException(record.getName() + " has no @Section");
        }
        return section.value();
    }

    static boolean isSection(Type type) {
        return type instanceof Class<?> wanted && wanted.isRecord() && ScalarType.of(wanted) == null;
    }

    private void visit(Type type, String path) {
        if (type instanceof ParameterizedType collection) {
            List<Type> of = List.of(collection.getActualTypeArguments());
            boolean isList = of.size() == 1;
            visit(of.get(of.size() - 1), path + (isList ? "[]" : ".<name>"));
        } else if (isSection(type)) {
            List<String> uses = paths.computeIfAbsent((Class<?>) type, section -> new ArrayList<>());
            uses.add(path);
            if (uses.size() > 1) {
                return;
            }
            for (KeyInfo key : KeyInfo.of((Class<?>) type)) {
                visit(key.type(), path.isEmpty() ? key.name() : path + "." + key.name());
            }
        }
    }
}
