package io.cutovergate.reports.verdict;

import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item after sign-offs and waivers were looked at.
 *
 * @param result what the run showed
 * @param status what counts for the decision
 * @param causes why it is not proven, the worst first, masked; kept when the item is waived
 * @param signOff the statement that signs it; {@code null} unless {@link Status#SIGNED}
 * @param waiver the exception that was used; {@code null} unless {@link Status#WAIVED}
 */
public record JudgedItem(
        ItemResult result,
        Status status,
        List<String> causes,
        @Nullable SignOff signOff,
        @Nullable Waiver waiver) {

    public ChecklistItem item() {
        return result.plan().item();
    }
}
