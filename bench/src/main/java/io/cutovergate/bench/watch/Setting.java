package io.cutovergate.bench.watch;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Resolver;
import io.cutovergate.testbed.net.Certificates;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.NameServer;
import io.cutovergate.testbed.net.ServerCertificate;
import io.cutovergate.testbed.net.Zone;
import io.cutovergate.testbed.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authority, a name server, and the files that describe the service to the watch.
 *
 * @param store the service's key store
 */
record Setting(int port, Path store, Migration migration) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ZONE = "bench.test";
    private static final String HOST = "www." + ZONE;

    /**
     * Prepares it.
     *
     * @param bench the folder of the environment file
     */
    static Setting prepare(Path bench, Path folder, Place place) throws IOException, GeneralSecurityException {
        Certificates authority = Certificates.root("CN=bench");
        ServerCertificate certificate = authority.issue(List.of(HOST), Duration.ofDays(1));
        Path ca = Files.writeString(folder.resolve("ca.pem"), authority.pem());
        Path store = folder.resolve("service.p12");
        write(store, certificate, authority);

        Ports ports = new Ports();
        int port = ports.free(LOOPBACK);
        int dns = ports.free(LOOPBACK);
        Zone zone = new Zone(ZONE);
        zone.put(new DnsRecord("www", "A", HOST, place.address(), 3600));
        NameServer.start(zone, LOOPBACK, dns);
        return new Setting(
                port,
                store,
                read(
                        bench.resolve("watch.yaml"),
                        Map.of(
                                "BENCH_PORT",
                                Integer.toString(port),
                                "BENCH_DNS",
                                LOOPBACK + ":" + dns,
                                "BENCH_CA",
                                ca.toString(),
                                "BENCH_ENTRY",
                                place.address() + ":" + port)));
    }

    private static void write(Path store, ServerCertificate certificate, Certificates authority)
            throws IOException, GeneralSecurityException {
        char[] password = Service.PASSWORD.toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "server", certificate.key(), password, certificate.chain().toArray(X509Certificate[]::new));
        keys.setCertificateEntry("ca", authority.certificate());
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, password);
        }
    }

    private static Migration read(Path file, Map<String, String> variables) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(
                file,
                new Resolver() {
                    @Override
                    public @Nullable String env(String name) {
                        return variables.get(name);
                    }

                    @Override
                    public String file(Path path) throws IOException {
                        return Files.readString(path);
                    }

                    @Override
                    public Optional<String> command(List<String> argv, Path folder) {
                        return Optional.empty();
                    }
                },
                problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return files.migration();
    }
}
