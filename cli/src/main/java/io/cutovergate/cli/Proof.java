package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.Status;
import java.util.List;

/**
 * What a fault of the testbed must do to a verdict.
 *
 * @param fault its name
 * @param gate where it is shown
 * @param claim the claim that it breaks
 * @param status what becomes of the claim's item: failed, or unproven where the fault is an outage
 * @param message what the item's cause must say, in part
 * @param collateral other items that it may leave unproven or failed; no others may change
 */
record Proof(String fault, Gate gate, String claim, Status status, String message, List<String> collateral) {

    String item() {
        return claim.substring(0, claim.indexOf('/'));
    }
}
