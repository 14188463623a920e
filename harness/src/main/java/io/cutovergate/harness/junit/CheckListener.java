package io.cutovergate.harness.junit;

import io.cutovergate.harness.plan.Obligation;

/** Told of every check as it begins and ends; called from the threads of the checks. */
public interface CheckListener {
    void started(Obligation obligation);

    void finished(Obligation obligation);
}
