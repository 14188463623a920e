package io.cutovergate.testbed.host;

import java.util.EnumSet;
import java.util.Set;

/** Moves what runs by a schedule from one side's worker to the other's, as a cutover does; the one that is left stops. */
final class JobMove {

    private final Installation installation;
    private final Set<Side> stopped = EnumSet.noneOf(Side.class);

    JobMove(Installation installation) {
        this.installation = installation;
        installation.sides().values().stream()
                .filter(deployment -> !deployment.worker().service().wanted())
                .forEach(deployment -> stopped.add(deployment.side()));
    }

    /** Lets the worker of the side, by its word, end what it does and take no more. */
    synchronized void stop(String side) {
        Deployment there = installation.deployment(side);
        if (stopped.add(there.side())) {
            there.worker().service().stop();
        }
    }

    /** Lets the worker of the side, by its word, have the schedule. */
    synchronized void to(String side) {
        Deployment there = installation.deployment(side);
        for (Deployment deployment : installation.sides().values()) {
            if (!deployment.equals(there)) {
                stop(deployment.side().word());
            }
        }
        if (stopped.remove(there.side())) {
            there.worker().settings().put("SHOP_TICKS", "on");
            there.worker().service().up();
        } else if (!"on".equals(there.worker().settings().get("SHOP_TICKS"))) {
            there.worker().redeploy("SHOP_TICKS", "on");
        }
        there.awaitReady();
    }
}
