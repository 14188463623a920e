package io.cutovergate.harness.plan;

import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.yaml.Bound;
import io.cutovergate.harness.yaml.Problems;
import java.util.List;

/** Holds what is declared not applicable against the rules: known, allowed, and not configured after all. */
public final class Exemptions {

    private Exemptions() {}

    /**
     * Adds a problem for each declaration that cannot stand.
     *
     * @param file the environment file
     * @param plan a plan made with these declarations
     */
    public static void check(Bound<EnvironmentFile> file, Planner planner, Plan plan, Problems problems) {
        for (String name : file.value().notApplicable().keySet()) {
            String key = "not-applicable." + name;
            ChecklistItem item = planner.item(itemOf(name));
            if (item == null || (isClaim(name) && planner.claims().stream().noneMatch(c -> c.id().equals(name)))) {
                problems.at(file, key, "there is no item or claim of that name; `gate plan` prints them");
            } else if (!item.waivable()) {
                problems.at(file, key, item.id() + " can never be waived nor declared not applicable");
            } else {
                List<String> configured = planner.configured(name, plan);
                if (!configured.isEmpty()) {
                    problems.at(
                            file,
                            key,
                            "declared not applicable, yet it is configured: " + String.join(", ", configured));
                }
            }
        }
    }

    private static boolean isClaim(String name) {
        return name.indexOf('/') >= 0;
    }

    private static String itemOf(String name) {
        return isClaim(name) ? name.substring(0, name.indexOf('/')) : name;
    }
}
