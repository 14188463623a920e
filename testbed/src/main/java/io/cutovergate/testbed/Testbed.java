package io.cutovergate.testbed;

import io.cutovergate.testbed.fault.FaultCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running environment of the embedded shop. It lives in a JVM of its own and ends with the process that started it,
 * however that ends; no process and no file stays behind.
 *
 * <pre>{@code
 * try (Testbed testbed = Testbed.start(Environment.DEV, directory, System.err::println)) {
 *     testbed.inject("tls-expired");
 *     …
 *     testbed.heal("tls-expired");
 * }
 * }</pre>
 */
public final class Testbed implements AutoCloseable {
    private final Control control;
    private final @Nullable HostProcess process;

    private Testbed(Control control, @Nullable HostProcess process) {
        this.control = control;
        this.process = process;
    }

    /**
     * Starts an environment with its usual parts and waits until all of it is ready.
     *
     * @param directory a path that does not exist yet; removed by {@link #close()}
     * @param progress is told one line at a time what is being started
     * @throws TestbedException when it did not come up, with the end of its log
     */
    public static Testbed start(Environment environment, Path directory, Consumer<String> progress) {
        return start(environment, environment.parts(), directory, progress);
    }

    /** As {@link #start(Environment, Path, Consumer)}, with only the optional parts named. */
    public static Testbed start(Environment environment, Set<Part> parts, Path directory, Consumer<String> progress) {
        HostProcess process = HostProcess.start(environment, parts, directory, progress);
        return new Testbed(new Control(process.state()), process);
    }

    /**
     * Connects to a testbed that another process started, to read its variables and switch its faults. Closing it leaves
     * the testbed running.
     *
     * @param stateFile one of {@link #running()}
     */
    public static Testbed attach(Path stateFile) {
        return new Testbed(new Control(State.read(stateFile)), null);
    }

    /** The state files of this user's testbeds whose process is alive, the latest first. */
    public static List<Path> running() {
        return State.running();
    }

    /** All faults that there are. */
    public static List<FaultInfo> faults() {
        return FaultCatalogue.infos();
    }

    /**
     * What the environment files refer to as {@code ${env:NAME}}. {@code SIDE} is {@code SOURCE} or {@code TARGET};
     * variables of a side or part that was not started are absent.
     *
     * <table>
     * <caption>Variables</caption>
     * <tr><th>name</th><th>value</th></tr>
     * <tr><td>TESTBED_DIR</td><td>the directory; {@code SIDE/NAME.pid} names each replica's process</td></tr>
     * <tr><td>TESTBED_ENVIRONMENT</td><td>dev, staging or production</td></tr>
     * <tr><td>TESTBED_DOMAIN</td><td>public names are www, api and id in it</td></tr>
     * <tr><td>TESTBED_PORT, TESTBED_HTTP_PORT</td><td>ports of every gateway: TLS, and plain HTTP that redirects to it</td></tr>
     * <tr><td>TESTBED_PARTNER_PORT, TESTBED_PARTNER_CERTIFICATE, TESTBED_PARTNER_KEY</td><td>port of every gateway that asks for a
     * certificate, the PEM file of one that it takes, and its key, PKCS #8 in Base64</td></tr>
     * <tr><td>TESTBED_CA</td><td>PEM file with the one root that signs both sides' certificates</td></tr>
     * <tr><td>TESTBED_DNS</td><td>ip:port of the authoritative name server, UDP and TCP</td></tr>
     * <tr><td>TESTBED_DNS_SECONDARY</td><td>the same of a second one, which holds a copy of the zone</td></tr>
     * <tr><td>TESTBED_DNS_API, TESTBED_DNS_TOKEN, TESTBED_DNS_ZONE</td><td>base URL ({@code …/client/v4}), bearer token and zone id of its
     *     Cloudflare-shaped API</td></tr>
     * <tr><td>TESTBED_SIDE_ENTRY</td><td>ip:port of the side's gateway</td></tr>
     * <tr><td>TESTBED_SIDE_DB, TESTBED_SIDE_DB_PASSWORD</td><td>{@code postgresql://shop@ip:port/shop}</td></tr>
     * <tr><td>TESTBED_SIDE_ADMIN, TESTBED_SIDE_ADMIN_PASSWORD</td><td>the same database as superuser</td></tr>
     * <tr><td>TESTBED_SIDE_CONNINFO, TESTBED_SIDE_ADDRESS</td><td>that database as a subscription names it, without its password; the
     *     address of the side's entry</td></tr>
     * <tr><td>TESTBED_CONTROL, TESTBED_CONTROL_TOKEN</td><td>base URL of the control channel and its bearer token; {@code PUT /jobs/SIDE}
     *     moves the jobs there, {@code PUT} and {@code DELETE /drain/SIDE} let its gateway end connections or keep them</td></tr>
     * <tr><td>TESTBED_SIDE_SCRATCH, TESTBED_SIDE_SCRATCH_PASSWORD</td><td>the same server as a role that may create databases; of
     *     production {@code TESTBED_DIR/backups/SIDE} holds a backup of each side</td></tr>
     * <tr><td>TESTBED_SOURCE_EXPORT, TESTBED_SOURCE_EXPORT_PASSWORD</td><td>the source's database as a role that may read it</td></tr>
     * <tr><td>TESTBED_SIDE_CACHE, TESTBED_SIDE_CACHE_PASSWORD</td><td>{@code redis://ip:port}</td></tr>
     * <tr><td>TESTBED_SIDE_OBJECTS, TESTBED_SIDE_OBJECTS_ACCESS_KEY, TESTBED_SIDE_OBJECTS_SECRET_KEY</td><td>S3 endpoint;
     *     the bucket is {@code shop}</td></tr>
     * <tr><td>TESTBED_OPERATIONS, TESTBED_REHEARSAL</td><td>what is conducted by: {@code rollback.md} and {@code scripts/}; where the report
     *     of a rehearsed rollback belongs, for faults to find it</td></tr>
     * <tr><td>TESTBED_LOGS</td><td>base URL of the Loki-shaped log store</td></tr>
     * <tr><td>TESTBED_METRICS</td><td>base URL of the metrics store, which answers {@code /federate}</td></tr>
     * <tr><td>TESTBED_TRACES</td><td>base URL of the Jaeger-shaped trace store</td></tr>
     * <tr><td>TESTBED_ALERTS</td><td>base URL; below {@code /source} and {@code /target} it answers as Prometheus and
     *     Alertmanager do</td></tr>
     * <tr><td>TESTBED_ALERT_WEBHOOK</td><td>ip:port to which alerts are sent; nobody listens there</td></tr>
     * <tr><td>TESTBED_ISSUER, TESTBED_CLIENT_ID</td><td>OpenID Connect issuer by its public name; the frontend's client</td></tr>
     * <tr><td>TESTBED_USER_PASSWORD, TESTBED_ADMIN_PASSWORD, TESTBED_GATE_PASSWORD</td><td>of the accounts {@code ada}, {@code grace} and
     *     {@code gate}</td></tr>
     * <tr><td>TESTBED_EXPIRED_TOKEN, TESTBED_WRONG_AUDIENCE_TOKEN, TESTBED_WRONG_ISSUER_TOKEN</td><td>access tokens with the
     *     issuer's signature that the API must refuse</td></tr>
     * <tr><td>TESTBED_SIGNING_KEY</td><td>the issuer's private key, Base64 of PKCS #8</td></tr>
     * <tr><td>TESTBED_BACKEND_DIGEST, TESTBED_FRONTEND_DIGEST</td><td>{@code sha256:…} of what is deployed</td></tr>
     * <tr><td>TESTBED_MAIL, TESTBED_MAIL_IMAP</td><td>ip:port of SMTP, and of IMAP, where every address is an account with
     *     itself as password</td></tr>
     * <tr><td>TESTBED_PAYMENT, TESTBED_PAYMENT_KEY, TESTBED_PAYMENT_WEBHOOK_SECRET</td><td>base URL of the payment stand-in; its
     *     API key; the key that it signs webhooks with</td></tr>
     * </table>
     */
    public Map<String, String> variables() {
        return control.variables();
    }

    /** The faults in force, in the order in which they were injected. */
    public List<String> active() {
        return control.active();
    }

    /**
     * Switches a fault on and returns once it has taken effect.
     *
     * @return what was broken, as one line: which row, which replica, which address
     * @throws TestbedException when there is no such fault here, or when it could not be injected
     */
    public String inject(String fault) {
        return control.inject(fault);
    }

    /** Switches a fault off and returns once the system has recovered from it; one that is not in force is no error. */
    public void heal(String fault) {
        control.heal(fault);
    }

    /** Heals everything, the latest fault first. */
    public void reset() {
        control.reset();
    }

    /** The process that runs the environment. */
    public long hostPid() {
        return control.hostPid();
    }

    /** Ends the environment, all its processes and its directory; of an attached testbed only the connection. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
