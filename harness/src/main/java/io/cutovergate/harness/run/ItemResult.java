package io.cutovergate.harness.run;

import io.cutovergate.harness.plan.ItemPlan;
import java.util.List;

/**
 * What became of one item.
 *
 * @param causes why it is not proven, the worst first; empty where it is. A cause that belongs to another item is told
 *     there and only named here
 */
public record ItemResult(ItemPlan plan, Status status, List<String> causes, List<ObligationResult> obligations) {}
