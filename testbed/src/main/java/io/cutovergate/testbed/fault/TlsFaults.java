package io.cutovergate.testbed.fault;

import com.sun.net.httpserver.HttpServer;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.CertificateOrder;
import io.cutovergate.testbed.net.Certificates;
import io.cutovergate.testbed.net.Gateway;
import io.cutovergate.testbed.net.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

/** The gateway shows a certificate that a browser would warn of, or soon will. */
final class TlsFaults {
    private static final Duration LIFE = Duration.ofDays(90);

    private TlsFaults() {}

    static Broken untrusted(Installation installation) throws GeneralSecurityException, IOException {
        Certificates unknown = Certificates.root("CN=Nobody knows this root").intermediate("CN=Nobody knows this CA");
        return show(installation, "of an unknown authority", unknown.issue(installation.hosts(), LIFE));
    }

    static Broken wrongName(Installation installation) throws GeneralSecurityException, IOException {
        List<String> others = List.of("www.other.test");
        return show(installation, "for www.other.test", installation.authority().issue(others, LIFE));
    }

    static Broken expiring(Installation installation) throws GeneralSecurityException, IOException {
        // an hour more, so that it is five whole days for as long as anybody looks
        Duration fiveDays = Duration.ofDays(5).plusHours(1);
        return show(installation, "expires in 5 days", installation.authority().issue(installation.hosts(), fiveDays));
    }

    static Broken expired(Installation installation) throws GeneralSecurityException, IOException {
        return show(
                installation,
                "expired yesterday",
                installation.authority().issue(installation.hosts(), Duration.ofDays(-1)));
    }

    static Broken incompleteChain(Installation installation) throws GeneralSecurityException, IOException {
        return show(
                installation,
                "without its intermediate",
                installation.authority().issue(installation.hosts(), LIFE).withoutIntermediate());
    }

    static Broken wrongKey(Installation installation) throws GeneralSecurityException, IOException {
        ServerCertificate shown = installation.authority().issue(installation.hosts(), LIFE);
        ServerCertificate other = installation.authority().issue(installation.hosts(), LIFE);
        return show(installation, "with the key of another", shown.withKeyOf(other));
    }

    static Broken leafIsAuthority(Installation installation) throws GeneralSecurityException, IOException {
        return show(
                installation,
                "of an authority",
                installation
                        .authority()
                        .issue(CertificateOrder.of(installation.hosts(), LIFE).asAuthority()));
    }

    static Broken onlyCbc(Installation installation) throws GeneralSecurityException, IOException {
        return show(
                installation,
                "with TLS 1.2 and CBC only",
                installation
                        .authority()
                        .issue(CertificateOrder.of(installation.hosts(), LIFE).withRsa())
                        .onlyWithCbc());
    }

    /** The authority publishes its list as authorities do: over plain HTTP. */
    static Broken revoked(Installation installation) throws GeneralSecurityException, IOException {
        HttpServer lists = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + lists.getAddress().getPort() + "/list.crl";
        ServerCertificate certificate = installation
                .authority()
                .issue(CertificateOrder.of(installation.hosts(), LIFE).listedAt(address));
        byte[] list = installation.authority().revoking(certificate);
        lists.createContext("/list.crl", exchange -> {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        lists.start();
        Broken shown = show(installation, "that its authority has revoked", certificate);
        return new Broken(shown.what(), () -> {
            shown.remedy().heal();
            lists.stop(0);
        });
    }

    private static Broken show(Installation installation, String what, ServerCertificate certificate)
            throws GeneralSecurityException, IOException {
        Gateway gateway = installation.target().gateway();
        gateway.show(certificate);
        return new Broken("certificate " + what, () -> gateway.withdraw(certificate));
    }
}
