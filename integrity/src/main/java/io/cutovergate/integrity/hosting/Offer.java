package io.cutovergate.integrity.hosting;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The extensions that a server has, and those of them that its cloud lets users create. */
public record Offer(List<Available> available, Loaded loaded) {

    private static final String OFFERED = Resource.sql(Offer.class, "offered");

    /** A version that is there. */
    public record Available(String name, Version version, boolean installed) {}

    /** What is said of those extensions. */
    public static Offer of(DatabaseAt database, List<Extension> needed) {
        return new Offer(
                database.rows(
                        "available extensions",
                        OFFERED,
                        row -> new Available(
                                row.getString("name"),
                                new Version(row.getString("version")),
                                row.getBoolean("installed")),
                        (Object) needed.stream().map(Extension::name).toArray(String[]::new)),
                Loaded.of(database));
    }

    /** Why the extension cannot be had. */
    public Optional<Missing> lack(Extension needed) {
        List<Available> found = available.stream()
                .filter(one -> one.name().equals(needed.name()))
                .toList();
        Optional<Version> newest = found.stream().map(Available::version).max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return missing(needed, "is not on the server (pg_available_extensions)");
        }
        if (needed.version() != null && newest.get().compareTo(needed.version()) < 0) {
            return missing(needed, "has version " + newest.get() + " at the newest");
        }
        return found.stream().anyMatch(Available::installed)
                ? Optional.empty()
                : refusal(needed.name()).flatMap(setting -> missing(needed, "is not among " + setting));
    }

    private static Optional<Missing> missing(Extension needed, String why) {
        return Optional.of(new Missing(
                needed.object(), needed.object() + " " + why + "; " + needed + " is needed by " + needed.by()));
    }

    /** The setting that allows others only. */
    private Optional<String> refusal(String name) {
        return Stream.of(
                        refusal("azure.extensions", loaded.azure(), name),
                        refusal("rds.allowed_extensions", loaded.rds(), name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> refusal(String setting, Optional<String> allowed, String name) {
        boolean refused = allowed.isPresent()
                && Arrays.stream(allowed.get().toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .noneMatch(one -> one.equals("*") || one.equals(name.toLowerCase(Locale.ROOT)));
        return refused ? Optional.of(setting + ", which allow '" + allowed.get() + "'") : Optional.empty();
    }
}
