package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.standin.Account;
import io.cutovergate.testbed.standin.Accounts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is settled before anything starts.
 *
 * @param directory the environment's own
 * @param data where databases stand: the directory, or another one where PostgreSQL runs as a user who cannot enter that
 * @param httpsPort of both gateways
 * @param httpPort of both gateways, redirecting to the other
 * @param partnerPort of both gateways, where certificates are asked for
 * @param sessions the beginning of the keys that sign sessions
 * @param progress is told what is being started
 */
public record Plan(
        Environment environment,
        Set<Part> parts,
        Path directory,
        Path data,
        Ports ports,
        int httpsPort,
        int httpPort,
        int partnerPort,
        Accounts accounts,
        Digests digests,
        String sessions,
        Consumer<String> progress) {
    /** Where stands what belongs to no side. */
    static final String SHARED = "127.0.0.1";

    /** The frontend's name at the OpenID Connect provider. */
    static final String CLIENT_ID = "shop-web";

    static Plan of(Environment environment, Set<Part> parts, Path directory, Path data, Consumer<String> progress)
            throws IOException {
        requireAddresses();
        Ports ports = new Ports();
        String[] sides = {Side.SOURCE.address(), Side.TARGET.address()};
        Accounts accounts = new Accounts(List.of(
                new Account("ada", secret(), "Ada Lovelace", List.of("user")),
                new Account("grace", secret(), "Grace Hopper", List.of("user", "admin")),
                new Account("gate", secret(), "Monitoring Account", List.of("user"))));
        return new Plan(
                environment,
                parts,
                directory,
                data,
                ports,
                ports.free(sides),
                ports.free(sides),
                ports.free(sides),
                accounts,
                Digests.ofDeployed(),
                secret(),
                progress);
    }

    /** A public name. */
    public String host(String label) {
        return label + "." + environment.domain();
    }

    /** A public name's origin. */
    public String origin(String label) {
        return "https://" + host(label) + ":" + httpsPort;
    }

    /** The OpenID Connect issuer. */
    String issuer() {
        return origin("id") + "/shop";
    }

    /** The directory of one side's logs, process ids and files. */
    public Path directory(Side side) {
        return directory.resolve(side.word());
    }

    /** Signs the sessions of one side; the other side does not know it. */
    public String sessionKey(Side side) {
        return sessions + side.word();
    }

    /** Whether a side is only there to be gone back to: one backend, a cache for its sessions, and a worker that stands still. */
    boolean standsBy(Side side) {
        return side == Side.SOURCE && environment == Environment.STAGING;
    }

    /** The sides that there are. */
    List<Side> sides() {
        return environment == Environment.DEV ? List.of(Side.TARGET) : List.of(Side.SOURCE, Side.TARGET);
    }

    /** The side that public names mean at the start. */
    Side serving() {
        return environment == Environment.PRODUCTION ? Side.SOURCE : Side.TARGET;
    }

    /** A password or token that nobody can guess. */
    static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void requireAddresses() {
        for (Side side : Side.values()) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(side.address(), 0));
            } catch (IOException e) {
                throw new TestbedException(
                        "this machine does not listen on " + side.address() + "; add the testbed's addresses with:\n"
                                + "  sudo ifconfig lo0 alias " + Side.SOURCE.address() + " && sudo ifconfig lo0 alias "
                                + Side.TARGET.address(),
                        e);
            }
        }
    }
}
