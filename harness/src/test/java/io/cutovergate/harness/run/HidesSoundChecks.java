package io.cutovergate.harness.run;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** What a jar on the class path could register to make checks vanish. */
public final class HidesSoundChecks implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return FilterResult.includedIf(!descriptor.getUniqueId().toString().contains(Fixtures.Sound.class.getName()));
    }
}
