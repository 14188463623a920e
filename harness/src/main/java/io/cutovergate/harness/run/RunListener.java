package io.cutovergate.harness.run;

import io.cutovergate.harness.junit.CheckListener;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;

/** Told how a run goes on; called from several threads. */
public interface RunListener extends CheckListener {

    /** Before the first check. */
    default void planned(Plan plan) {}

    /** A check begins. */
    @Override
    default void started(Obligation obligation) {}

    /** A check ended, however. */
    @Override
    default void finished(Obligation obligation) {}

    /** All obligations of the item are judged. */
    default void judged(ItemResult item) {}
}
