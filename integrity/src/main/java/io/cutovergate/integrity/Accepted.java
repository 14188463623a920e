package io.cutovergate.integrity;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.DatabaseRules.MayDiffer;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.DatabasePair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Differences that the files say may stay; each is told with its reason, and none is failed. */
record Accepted(String key, List<MayDiffer> known) {

    static Accepted of(DatabasePair pair) {
        return of(pair.name(), pair.rules());
    }

    static Accepted of(String database, DatabaseRules rules) {
        return new Accepted("databases." + database + ".may-differ", rules.mayDiffer());
    }

    /** The differences that nobody declared; the others are noted. */
    <D> List<D> rest(List<D> differences, Function<D, String> name, Evidence evidence) {
        List<D> accepted = differences.stream()
                .filter(difference -> declared(name.apply(difference)).isPresent())
                .toList();
        if (!accepted.isEmpty()) {
            evidence.note(accepted.size() + " known by " + key + ": "
                    + accepted.stream()
                            .map(difference -> difference + " ("
                                    + declared(name.apply(difference))
                                            .map(one -> one.why() + "; " + one.owner())
                                            .orElseThrow()
                                    + ")")
                            .collect(Collectors.joining("; ")));
        }
        return differences.stream()
                .filter(difference -> !accepted.contains(difference))
                .toList();
    }

    private Optional<MayDiffer> declared(String name) {
        return known.stream().filter(one -> matches(one.what(), name)).findFirst();
    }

    private static boolean matches(String declared, String name) {
        String pattern =
                Arrays.stream(declared.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(pattern);
    }
}
