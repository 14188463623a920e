package io.cutovergate.smoke.parity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** By what names and addresses a side is known, so that they are told from each other in answers. */
record SideNames(Migration migration) {

    /** The text with the side's public hosts as the files call them: {@code <api>}. */
    String plain(Side side, String text) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : migration.environment().publicNames().hosts().keySet()) {
            Host host = migration.host(key, side);
            names.put(host.toString(), "<" + key + ">");
            names.putIfAbsent(host.name(), "<" + key + ">");
        }
        String plain = text;
        // The longest first: a host with its port before the host.
        for (String name : names.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            plain = plain.replace(name, names.get(name));
        }
        return plain;
    }

    /** Names and addresses that are the source's alone. */
    Set<String> ofSourceAlone() {
        Set<String> names = namesOf(Side.SOURCE);
        names.removeAll(namesOf(Side.TARGET));
        migration.environment().publicNames().hosts().values().stream()
                .map(Host::parse)
                .map(Host::name)
                .forEach(names::remove);
        return names;
    }

    private Set<String> namesOf(Side side) {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(migration.side(side).entry()).map(Host::parse).ifPresent(entry -> names.add(entry.name()));
        migration.side(side).hosts().values().stream()
                .map(Host::parse)
                .map(Host::name)
                .forEach(names::add);
        return names;
    }

    /** Which of the names a text holds, as words of their own. */
    static List<String> in(String text, Set<String> names) {
        return names.stream()
                .filter(name -> Pattern.compile(
                                "(?<![\\w.-])" + Pattern.quote(name) + "(?!\\w|[.-]\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find())
                .toList();
    }
}
