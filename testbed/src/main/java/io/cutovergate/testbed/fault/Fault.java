package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.host.Installation;

/** A fault and how it is made. */
record Fault(FaultInfo info, Injection injection) {

    /** Breaks something and says how to mend it. */
    interface Injection {
        Broken inject(Installation installation) throws Exception;
    }

    /** Mends what was broken. */
    interface Remedy {
        void heal() throws Exception;
    }

    /**
     * What an injection did.
     *
     * @param what which row, replica or address, as one line
     */
    record Broken(String what, Remedy remedy) {}
}
