package io.cutovergate.testbed.host;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.net.Certificates;
import io.cutovergate.testbed.net.PartnerEntry;
import io.cutovergate.testbed.net.ServerCertificate;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Supervisor;
import io.cutovergate.testbed.process.Tasks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;

/**
 * One environment that runs.
 *
 * @param root signs both sides' intermediate authorities
 * @param partner shows who may ask at the partners' entry
 * @param authorities sign the sides' servers
 * @param promoted the release that was promoted last, and that the variables name
 */
public record Installation(
        Plan plan,
        Shared.Addresses addresses,
        Shared shared,
        Certificates root,
        ServerCertificate partner,
        Map<Side, Certificates> authorities,
        Map<Side, DatabaseServer> databases,
        Map<Side, Deployment> sides,
        Supervisor supervisor,
        Promoted promoted) {
    /** As long as public certificates commonly last. */
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(90);

    /** Starts everything side by side and waits until it is ready; what it started as processes is among the services in any case. */
    static Installation start(Plan plan, Web web, Services services) throws IOException, GeneralSecurityException {
        for (Side side : plan.sides()) {
            Files.createDirectories(plan.directory(side));
        }
        Supervisor supervisor = new Supervisor();
        Shared.Addresses addresses = Shared.Addresses.in(plan.ports());
        ShopSettings settings = new ShopSettings(plan, addresses);
        try (Tasks tasks = new Tasks()) {
            Map<Side, Future<DatabaseServer>> databases = new EnumMap<>(Side.class);
            for (Side side : plan.sides()) {
                databases.put(side, tasks.start(() -> DatabaseServer.start(plan, side, supervisor, services)));
            }
            Map<Side, Future<Boolean>> data = new Data(plan, settings, tasks).fill(databases);
            Certificates root = Certificates.root("CN=Cutover Gate testbed root");
            Future<Shared> shared = tasks.start(() -> Shared.start(plan, addresses, web, root.certificate()));
            Certificates partners = Certificates.root("CN=Cutover Gate testbed partners");
            PartnerEntry entry = new PartnerEntry(plan.partnerPort(), partners.certificate());
            ServerCertificate partner = partners.issueTo("CN=partner-1", CERTIFICATE_LIFE);
            Map<Side, Certificates> authorities = new EnumMap<>(Side.class);
            Map<Side, Future<Deployment>> deployments = new EnumMap<>(Side.class);
            URI identity = URI.create("http://" + Plan.SHARED + ":" + addresses.identity());
            for (Side side : plan.sides()) {
                Certificates authority = root.intermediate("CN=Cutover Gate testbed " + side.word());
                authorities.put(side, authority);
                ServerCertificate shown = authority.issue(hosts(plan), CERTIFICATE_LIFE);
                SideStart start = new SideStart(plan, side, settings, supervisor, services);
                deployments.put(
                        side,
                        tasks.start(() -> start.start(
                                Objects.requireNonNull(databases.get(side)),
                                Objects.requireNonNull(data.get(side)),
                                web,
                                shown,
                                entry,
                                identity)));
            }
            Files.writeString(plan.directory().resolve("ca.pem"), root.pem());
            Files.writeString(
                    plan.directory().resolve("partner.pem"),
                    Certificates.pem(partner.chain().get(0)));
            OperatorsFiles.of(plan).deploy();
            Installation installation = new Installation(
                    plan,
                    addresses,
                    Tasks.result(shared),
                    root,
                    partner,
                    authorities,
                    results(databases),
                    results(deployments),
                    supervisor,
                    new Promoted(plan.digests()));
            installation.sides().values().forEach(installation::watch);
            return installation;
        }
    }

    private static <T> Map<Side, T> results(Map<Side, Future<T>> futures) {
        Map<Side, T> results = new EnumMap<>(Side.class);
        futures.forEach((side, future) -> results.put(side, Tasks.result(future)));
        return results;
    }

    /** The deployment that is judged, and that faults break. */
    public Deployment target() {
        return Objects.requireNonNull(sides.get(Side.TARGET));
    }

    /** The deployment that is left. */
    public Deployment source() {
        return Objects.requireNonNull(sides.get(Side.SOURCE));
    }

    /** The side of that word; a {@link TestbedException} where it is not here. */
    Deployment deployment(String side) {
        return sides.values().stream()
                .filter(deployment -> deployment.side().word().equals(side))
                .findFirst()
                .orElseThrow(() -> new TestbedException("there is no side " + side + " here"));
    }

    /** Lets the gateway of a side, by its word, end its connections with their next answer, or keep them again. */
    void drain(String side, boolean on) {
        deployment(side).gateway().drain(on);
    }

    /** Signs the certificates of the target's gateway. */
    public Certificates authority() {
        return Objects.requireNonNull(authorities.get(Side.TARGET));
    }

    /** The public names. */
    public List<String> hosts() {
        return hosts(plan);
    }

    private static List<String> hosts(Plan plan) {
        return List.of(plan.host("www"), plan.host("api"), plan.host("id"));
    }

    private void watch(Deployment deployment) {
        String side = deployment.side().word();
        deployment.replicas().forEach(replica -> {
            String name = replica.service().name();
            String app = name.substring(0, name.indexOf('-'));
            shared.logs().follow(plan.directory(deployment.side()).resolve(name + ".log"), app, side, name);
            shared.metrics().follow(replica.uri(), app, side, name);
        });
        shared.logs().follow(plan.directory(deployment.side()).resolve("gateway.log"), "gateway", side, "gateway");
    }
}
