package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Deployment;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Replica;
import io.cutovergate.testbed.standin.AlertServer;
import java.util.List;
import java.util.stream.Collectors;

/** Something that should run does not. */
final class ProcessFaults {
    private ProcessFaults() {}

    static Broken backendDown(Installation installation) {
        return down(installation.target(), installation.target().backends());
    }

    static Broken replicaKilled(Installation installation) {
        return down(
                installation.target(), List.of(installation.target().backends().get(0)));
    }

    static Broken workerStopped(Installation installation) {
        return down(installation.target(), List.of(installation.target().worker()));
    }

    static Broken databaseDown(Installation installation) {
        Deployment target = installation.target();
        target.database().down();
        target.gateway().probe();
        return new Broken(target.database().name() + " stopped", () -> {
            target.database().up();
            target.awaitReady();
        });
    }

    static Broken oidcDown(Installation installation) {
        installation.shared().identity().down();
        return new Broken(
                "identity provider stopped",
                () -> installation.shared().identity().up());
    }

    static Broken adminForAll(Installation installation) {
        installation.shared().identity().grantToAll(List.of("admin"));
        return new Broken(
                "role admin in the tokens of everybody",
                () -> installation.shared().identity().grantToAll(List.of()));
    }

    static Broken refreshRefused(Installation installation) {
        installation.shared().identity().refreshes(false);
        return new Broken(
                "refresh tokens refused", () -> installation.shared().identity().refreshes(true));
    }

    static Broken logoutIgnored(Installation installation) {
        installation.shared().identity().logsOut(false);
        return new Broken(
                "logout ends nothing", () -> installation.shared().identity().logsOut(true));
    }

    static Broken codesReplayed(Installation installation) {
        installation.shared().identity().takesCodesOnce(false);
        return new Broken(
                "codes are good again and again",
                () -> installation.shared().identity().takesCodesOnce(true));
    }

    static Broken verifierIgnored(Installation installation) {
        installation.shared().identity().bindsCodes(false);
        return new Broken(
                "codes are good with any verifier",
                () -> installation.shared().identity().bindsCodes(true));
    }

    static Broken logShippingStopped(Installation installation) {
        installation.shared().logs().ships(false);
        return new Broken(
                "log shipping stopped", () -> installation.shared().logs().ships(true));
    }

    static Broken alertRuleLost(Installation installation) {
        AlertServer alerts = installation.shared().alerts();
        List<AlertServer.Rule> before = alerts.rules("target");
        alerts.rules("target", before.subList(1, before.size()));
        return new Broken("no rule " + before.get(0).name() + " on target", () -> alerts.rules("target", before));
    }

    static Broken alertsSwallowed(Installation installation) {
        installation.shared().alerts().sends(false);
        return new Broken(
                "alerts reach nobody", () -> installation.shared().alerts().sends(true));
    }

    static Broken tracesLost(Installation installation) {
        installation.shared().traces().keeps(false);
        return new Broken(
                "spans are not kept", () -> installation.shared().traces().keeps(true));
    }

    static Broken metricsStopped(Installation installation) {
        installation.shared().metrics().scrapes(false);
        return new Broken(
                "scraping stopped", () -> installation.shared().metrics().scrapes(true));
    }

    private static Broken down(Deployment target, List<Replica> replicas) {
        replicas.forEach(replica -> replica.service().down());
        target.gateway().probe();
        String names =
                replicas.stream().map(replica -> replica.service().name()).collect(Collectors.joining(", "));
        return new Broken(names + " killed", () -> {
            replicas.forEach(replica -> replica.service().up());
            target.awaitReady();
        });
    }
}
