package io.cutovergate.integrity.settings;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the settings that change the meaning of data and queries: for everybody, and for each role that has its own.
 * An override for the database and the same value of the server are one and the same to whoever connects.
 */
public final class SettingsComparison {

    private static final String HIDDEN = "the server's own (which the gate's connection cannot see)";

    private final List<SettingDifference> differences = new ArrayList<>();
    private final List<SettingDifference> harmless = new ArrayList<>();
    private final List<String> oneVersion = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private int compared;

    private SettingsComparison() {}

    /**
     * What was found.
     *
     * @param harmless differences that change no meaning
     * @param oneVersion settings that only one side's version has
     * @param hidden settings of which only overrides could be compared
     */
    public record Result(
            int compared,
            List<SettingDifference> differences,
            List<SettingDifference> harmless,
            List<String> oneVersion,
            List<String> hidden) {}

    /** @param roles whose overrides are compared */
    public static Result run(Snapshots snapshots, List<String> roles) {
        SettingsComparison comparison = new SettingsComparison();
        Both<SideSettings> sides = snapshots.ask(side -> SideSettings.read(side, roles));
        comparison.locale(sides);
        Names.all().forEach(name -> comparison.forAll(name, sides));
        Set<String> overridden = new TreeSet<>(sides.source().overridden());
        overridden.addAll(sides.target().overridden());
        for (String name : overridden) {
            roles.forEach(role -> comparison.forRole(role, name, sides));
        }
        return new Result(
                comparison.compared,
                comparison.differences,
                comparison.harmless,
                comparison.oneVersion,
                comparison.hidden);
    }

    private void locale(Both<SideSettings> sides) {
        for (String name : List.of("encoding", "locale provider", "lc_collate", "lc_ctype", "locale", "ICU rules")) {
            // RDS writes en_US.UTF-8 where others write en_US.utf8.
            Both<String> values = sides.map(side -> side.locale(name)
                    .map(value -> value.replace("utf-8", "utf8"))
                    .orElse("none"));
            judge("setting " + name + " of the database", values, true);
        }
        judge("setting DateStyle (order of day and month)", sides.map(SideSettings::dateOrder), true);
    }

    private void forAll(String name, Both<SideSettings> sides) {
        if (sides.source().knows(name) != sides.target().knows(name)) {
            oneVersion.add(name);
            return;
        }
        if (!sides.source().knows(name)) {
            return;
        }
        Both<Optional<String>> values = sides.map(side -> side.forAll(name));
        if (values.source().isEmpty() && values.target().isEmpty()) {
            hidden.add(name);
            return;
        }
        judge("setting " + name, values.map(value -> value.orElse(HIDDEN)), Names.isMeaning(name));
    }

    private void forRole(String role, String name, Both<SideSettings> sides) {
        Both<Optional<String>> own = sides.map(side -> side.forRole(role, name));
        if (own.source().isEmpty() && own.target().isEmpty()) {
            return;
        }
        Both<String> values = sides.map(
                side -> side.forRole(role, name).or(() -> side.forAll(name)).orElse("not set"));
        judge("setting " + name + " of role " + role, values, Names.isMeaning(name));
    }

    private void judge(String object, Both<String> values, boolean meaning) {
        compared++;
        if (!canonical(values.source()).equals(canonical(values.target()))) {
            (meaning ? differences : harmless)
                    .add(SettingDifference.of(object, quoted(values.source()), quoted(values.target())));
        }
    }

    /** As it is compared: in one case, with one space after a comma, a truth value as on or off. */
    private static String canonical(String value) {
        // RDS writes en_US.UTF-8 where others write en_US.utf8.
        String text = value.toLowerCase(Locale.ROOT)
                .replaceAll("\\s*,\\s*", ", ")
                .trim()
                .replace("utf-8", "utf8");
        return switch (text) {
            case "true", "yes" -> "on";
            case "false", "no" -> "off";
            default -> text;
        };
    }

    private static String quoted(String value) {
        return value.equals(HIDDEN) ? value : "'" + value + "'";
    }
}
