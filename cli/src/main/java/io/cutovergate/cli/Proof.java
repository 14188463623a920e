package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.Status;
import java.util.List;

/**
 * What a fault of the testbed must do to a verdict.
 *
 * @param fault its name
 * @param gate where it is shown
 * @param claims the claims that it breaks, all of one item
 * @param status what becomes of that item: failed, or unproven where the fault is an outage
 * @param message what the item's cause must say, in part
 * @param collateral other items that it may leave unproven or failed; no others may change
 * @param full whether it is seen only by what the demo leaves out without {@code --full}
 */
record Proof(
        String fault,
        Gate gate,
        List<String> claims,
        Status status,
        String message,
        List<String> collateral,
        boolean full) {

    Proof(String fault, Gate gate, List<String> claims, Status status, String message, List<String> collateral) {
        this(fault, gate, claims, status, message, collateral, false);
    }

    String item() {
        String claim = claims.get(0);
        return claim.substring(0, claim.indexOf('/'));
    }
}
