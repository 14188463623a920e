package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.net.DnsApi;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.NameServer;
import io.cutovergate.testbed.net.Secondary;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.net.Zone;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.standin.AlertServer;
import io.cutovergate.testbed.standin.BackChannel;
import io.cutovergate.testbed.standin.IdentityProvider;
import io.cutovergate.testbed.standin.LogStore;
import io.cutovergate.testbed.standin.MailServer;
import io.cutovergate.testbed.standin.MetricsStore;
import io.cutovergate.testbed.standin.PaymentProvider;
import io.cutovergate.testbed.standin.TraceStore;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** What belongs to no side: names, login, mail, payment, logs, metrics and traces. */
public record Shared(
        Zone zone,
        Secondary secondary,
        String dnsToken,
        IdentityProvider identity,
        LogStore logs,
        MetricsStore metrics,
        TraceStore traces,
        AlertServer alerts) {
    /** The zone of all environments. */
    private static final String ZONE = "shop.test";

    private static final long TTL_SECONDS = 5;

    /**
     * Where it listens, settled beforehand so that others can be told.
     *
     * @param paymentKey what a caller of the payment stand-in bears
     * @param webhookSecret signs the payment stand-in's webhooks
     */
    public record Addresses(
            int dns,
            int secondaryDns,
            int dnsApi,
            int identity,
            int smtp,
            int imap,
            int payment,
            int logs,
            int metrics,
            int traces,
            int alerts,
            int webhook,
            String paymentKey,
            String webhookSecret) {

        static Addresses in(Ports ports) {
            return new Addresses(
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    ports.free(Plan.SHARED),
                    "sk_test_" + Plan.secret(),
                    "whsec_" + Plan.secret());
        }
    }

    /** What a shop's zone holds besides: mail, and who may issue its certificates. */
    private static List<DnsRecord> besides() {
        return List.of(
                besides("MX", ZONE, "10 mail.shop.test."),
                besides("TXT", ZONE, "\"v=spf1 mx -all\""),
                besides(
                        "TXT",
                        "gate._domainkey." + ZONE,
                        "\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\""),
                besides("TXT", "_dmarc." + ZONE, "\"v=DMARC1; p=reject\""),
                besides("CAA", ZONE, "0 issue \"ca.shop.test\""));
    }

    private static DnsRecord besides(String type, String name, String content) {
        return new DnsRecord(Zone.newId(), type, name, content, TTL_SECONDS);
    }

    /**
     * Starts it; mail and payment only where the plan has them.
     *
     * @param root signs the certificates of the public names
     */
    static Shared start(Plan plan, Addresses at, Web web, X509Certificate root)
            throws IOException, GeneralSecurityException {
        Zone zone = new Zone(ZONE);
        String token = Plan.secret();
        for (String label : new String[] {"www", "api", "id"}) {
            zone.put(new DnsRecord(
                    Zone.newId(), "A", plan.host(label), plan.serving().address(), TTL_SECONDS));
        }
        for (DnsRecord record : besides()) {
            zone.put(record);
        }
        NameServer.start(zone, Plan.SHARED, at.dns());
        Secondary secondary = new Secondary(zone);
        NameServer.start(secondary, Plan.SHARED, at.secondaryDns());
        web.serve(Plan.SHARED, at.dnsApi(), new DnsApi(zone, token));
        if (plan.parts().contains(Part.MAIL)) {
            MailServer.start(Plan.SHARED, at.smtp(), at.imap());
        }
        if (plan.parts().contains(Part.PAYMENT)) {
            PaymentProvider.start(Plan.SHARED, at.payment(), at.paymentKey(), at.webhookSecret());
        }
        BackChannel backChannel = new BackChannel(
                plan.issuer(),
                Map.of("shop-account", plan.origin("api") + "/account/backchannel-logout"),
                PublicClient.of(zone, root));
        return new Shared(
                zone,
                secondary,
                token,
                IdentityProvider.start(Plan.SHARED, at.identity(), plan.accounts(), backChannel),
                LogStore.start(web, Plan.SHARED, at.logs()),
                MetricsStore.start(web, Plan.SHARED, at.metrics()),
                TraceStore.start(web, Plan.SHARED, at.traces()),
                AlertServer.start(
                        web, Plan.SHARED, at.alerts(), URI.create("http://" + Plan.SHARED + ":" + at.webhook() + "/")));
    }
}
