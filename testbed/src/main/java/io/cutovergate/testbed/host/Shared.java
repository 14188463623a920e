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
import io.cutovergate.testbed.standin.IdentityProvider;
import io.cutovergate.testbed.standin.LogStore;
import io.cutovergate.testbed.standin.MailServer;
import io.cutovergate.testbed.standin.MetricsStore;
import io.cutovergate.testbed.standin.PaymentProvider;
import java.io.IOException;
import java.net.URI;

/** What belongs to no side: names, login, mail, payment, logs and metrics. */
public record Shared(
        Zone zone,
        Secondary secondary,
        String dnsToken,
        IdentityProvider identity,
        LogStore logs,
        MetricsStore metrics,
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
                    "sk_test_" + Plan.secret(),
                    "whsec_" + Plan.secret());
        }
    }

    /** Starts it; mail and payment only where the plan has them. */
    static Shared start(Plan plan, Addresses at, Web web) throws IOException {
        Zone zone = new Zone(ZONE);
        String token = Plan.secret();
        for (String label : new String[] {"www", "api", "id"}) {
            zone.put(new DnsRecord(
                    Zone.newId(), "A", plan.host(label), plan.serving().address(), TTL_SECONDS));
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
        return new Shared(
                zone,
                secondary,
                token,
                IdentityProvider.start(Plan.SHARED, at.identity(), plan.accounts()),
                LogStore.start(web, Plan.SHARED, at.logs()),
                MetricsStore.start(web, Plan.SHARED, at.metrics()),
                AlertServer.start(
                        web, Plan.SHARED, at.alerts(), URI.create("http://" + Plan.SHARED + ":" + at.webhook() + "/")));
    }
}
