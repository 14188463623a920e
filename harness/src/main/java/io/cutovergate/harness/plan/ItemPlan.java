package io.cutovergate.harness.plan;

import io.cutovergate.harness.config.Exemption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one item needs at this gate.
 *
 * @param obligations every one of them must hold
 * @param gaps why it cannot be proven whatever the checks say: no check is built, nothing is configured, a tag is
 *     mistyped. Empty where the obligations decide
 * @param notApplicable the declaration that the system does not have it; {@code null} where there is none
 * @param exempted claims of it that are declared not applicable, with why
 * @param leftOut why it is not asked in this run ({@code --item}); {@code null} where it is
 */
public record ItemPlan(
        ChecklistItem item,
        List<Obligation> obligations,
        List<String> gaps,
        @Nullable Exemption notApplicable,
        List<String> exempted,
        @Nullable String leftOut) {}
