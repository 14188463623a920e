package io.cutovergate.reports.verdict;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.yaml.Secrets;
import java.util.List;

/** Why an item is not proven, in sentences that also say what they are about. */
record Causes(ItemResult result, Secrets secrets) {

    /** The causes of the run, masked. One that names no subject ("examined nothing") gets those that it was told of. */
    List<String> sentences() {
        return result.causes().stream()
                .map(cause -> secrets.mask(about(cause) + cause))
                .toList();
    }

    private String about(String cause) {
        List<Subject> subjects = result.obligations().stream()
                .filter(obligation -> obligation.cause().equals(cause) && isItsOwn(obligation))
                .map(obligation -> obligation.obligation().subject())
                .distinct()
                .toList();
        if (subjects.isEmpty() || subjects.stream().anyMatch(subject -> cause.contains(subject.name()))) {
            return "";
        }
        String more = subjects.size() == 1 ? "" : " and " + (subjects.size() - 1) + " more";
        return subjects.get(0).id() + more + ": ";
    }

    /** Not that of another obligation, nor of the whole run. */
    private static boolean isItsOwn(ObligationResult obligation) {
        return obligation.blockedBy().isEmpty() && obligation.status() != Status.LEFT_OUT;
    }
}
