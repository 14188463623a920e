package io.cutovergate.cli;

import java.util.List;

/** Which fault breaks which claim, and what else may turn with it. A claim without a fault does not merge: a test holds this list against the register. */
final class Proofs {

    // spotless:off: a table
    static final List<Proof> ALL = List.of(
    );
    // spotless:on

    private Proofs() {}

    static List<Proof> of(String fault) {
        return ALL.stream().filter(proof -> proof.fault().equals(fault)).toList();
    }
}
