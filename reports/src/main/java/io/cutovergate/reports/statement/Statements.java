package io.cutovergate.reports.statement;

import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.yaml.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people stated: sign-offs and waivers, in the order of their files.
 *
 * @param signOffFile where sign-offs are looked for; {@code null} where the environment file names none
 */
public record Statements(@Nullable Path signOffFile, List<SignOff> signOffs, List<Waiver> waivers) {

    public static final Statements NONE = new Statements(null, List.of(), List.of());

    /**
     * Reads the files that the environment file names. A file that is not there holds nothing: the first {@code gate
     * sign} makes it.
     *
     * @param items all items that there are, ours and the users'
     * @param problems gets every mistake of the files, also a statement about an item that cannot have it
     */
    public static Statements read(Migration migration, List<ChecklistItem> items, Problems problems) {
        EnvironmentFile environment = migration.environment();
        return new Statements(
                environment.signOffs(),
                SignOffs.read(environment.signOffs(), items, migration.secrets(), problems),
                Waivers.read(environment.waivers(), items, migration.secrets(), problems));
    }

    /** The statement that signs the item. */
    public Optional<SignOff> signOff(String item, Scope scope) {
        return closest(item, scope)
                .filter(signOff -> !scope.release().isEmpty())
                .filter(signOff -> signOff.objections(scope).isEmpty());
    }

    /** Why {@link #signOff} found none. */
    public String whyNotSigned(String item, Scope scope) {
        if (scope.release().isEmpty()) {
            return "it cannot be signed: the environment file names no release to bind a sign-off to (release)";
        }
        return closest(item, scope)
                .map(signOff -> "the sign-off by " + signOff.by() + " of " + signOff.on() + " does not count: "
                        + String.join(", and ", signOff.objections(scope)))
                .orElseGet(() -> "nobody has signed it"
                        + (signOffFile == null
                                ? "; the environment file names no file of sign-offs (sign-offs)"
                                : " in " + signOffFile));
    }

    /** The waiver that counts for the item today. */
    public Optional<Waiver> waiver(String item, Scope scope) {
        return waivers.stream()
                .filter(waiver -> waiver.item().equals(item) && waiver.isFor(scope))
                .filter(waiver -> !waiver.until().isBefore(scope.today()))
                .findFirst();
    }

    /** Of several the one with the fewest objections; of equal ones the later, which is nearer to what was meant. */
    private Optional<SignOff> closest(String item, Scope scope) {
        SignOff closest = null;
        for (SignOff signOff : signOffs) {
            if (signOff.item().equals(item)
                    && (closest == null
                            || signOff.objections(scope).size()
                                    <= closest.objections(scope).size())) {
                closest = signOff;
            }
        }
        return Optional.ofNullable(closest);
    }
}
