package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimRegister;
import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {

    @Test
    void breaksEveryClaimWithAFault() {
        List<String> claims = ClaimRegister.ours().stream().map(Claim::id).toList();
        assertThat(claims).isNotEmpty();
        assertThat(Proofs.ALL).flatExtracting(Proof::claims).containsAll(claims).isSubsetOf(claims);
    }

    @Test
    void namesOnlyFaultsAndItemsThatExist() {
        assertThat(Proofs.ALL)
                .extracting(Proof::fault)
                .isSubsetOf(Testbed.faults().stream().map(FaultInfo::name).toList());
        assertThat(Proofs.ALL)
                .flatExtracting(Proof::collateral)
                .isSubsetOf(ChecklistItem.ours().stream().map(ChecklistItem::id).toList());
    }

    @Test
    void injectsNoFaultTwiceAtAGate() {
        assertThat(Proofs.ALL)
                .extracting(proof -> proof.gate() + " " + proof.fault())
                .doesNotHaveDuplicates();
    }
}
