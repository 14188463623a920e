package io.cutovergate.integrity.settings;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of one side, and which of them holds for whom. */
record SideSettings(List<Line> lines) {

    private static final String SETTINGS = Resource.sql(SideSettings.class, "settings");

    /**
     * One value.
     *
     * @param own whether it is an override that holds for the connection that reads
     */
    record Line(
            String scope,
            @Nullable String role,
            String name,
            @Nullable String value,
            boolean own) {

        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getString("scope"),
                    row.getString("role"),
                    row.getString("name"),
                    row.getString("value"),
                    row.getBoolean("own"));
        }
    }

    static SideSettings read(Snapshot side, List<String> roles) {
        return new SideSettings(side.list("settings", SETTINGS, Line::read, Names.all(), roles));
    }

    /** Whether the server knows it; another version may not. */
    boolean knows(String name) {
        return find("server", null, name).isPresent();
    }

    /** What holds for everybody without an override of his own; nothing where the reader cannot see it. */
    Optional<String> forAll(String name) {
        return override(null, name).or(() -> server(name));
    }

    /** What holds for a role because of an override of its own. */
    Optional<String> forRole(String role, String name) {
        return find("database", role, name).or(() -> find("role", role, name)).flatMap(SideSettings::valueOf);
    }

    Optional<String> locale(String name) {
        return find("locale", null, name).flatMap(SideSettings::valueOf);
    }

    /** The order of day and month, which the driver leaves as it is. */
    String dateOrder() {
        String style =
                find("server", null, "DateStyle").flatMap(SideSettings::valueOf).orElse("");
        return style.substring(style.lastIndexOf(' ') + 1);
    }

    /** Settings that are overridden for the database or for a role. */
    Set<String> overridden() {
        Set<String> names = new TreeSet<>();
        overrides().map(Line::name).forEach(names::add);
        return names;
    }

    private Optional<String> server(String name) {
        boolean hidden = Names.OF_THE_DRIVER.contains(name)
                || overrides().anyMatch(line -> line.own() && line.name().equals(name));
        return hidden ? Optional.empty() : find("server", null, name).flatMap(SideSettings::valueOf);
    }

    /** Of the database, or of all databases. */
    private Optional<String> override(@Nullable String role, String name) {
        return find("database", role, name).or(() -> find("role", role, name)).flatMap(SideSettings::valueOf);
    }

    private Stream<Line> overrides() {
        return lines.stream()
                .filter(line -> line.scope().equals("database") || line.scope().equals("role"));
    }

    private Optional<Line> find(String scope, @Nullable String role, String name) {
        return lines.stream()
                .filter(line -> line.scope().equals(scope)
                        && line.name().equalsIgnoreCase(name)
                        && (role == null ? line.role() == null : role.equals(line.role())))
                .findFirst();
    }

    private static Optional<String> valueOf(Line line) {
        return Optional.ofNullable(line.value());
    }
}
