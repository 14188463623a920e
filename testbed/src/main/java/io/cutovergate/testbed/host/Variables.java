package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.standin.Account;
import io.cutovergate.testbed.standin.IdentityProvider;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The variables that {@link io.cutovergate.testbed.Testbed#variables()} documents. */
final class Variables {
    private final Map<String, String> values = new TreeMap<>();

    private Variables() {}

    static Map<String, String> of(Installation installation) {
        Variables variables = new Variables();
        variables.shared(installation);
        installation.databases().forEach((side, server) -> variables.database(side, server));
        installation.sides().forEach((side, deployment) -> variables.side(side, deployment, installation.plan()));
        return variables.values;
    }

    /** The same a while later: what was handed out stays, but another release may have been promoted. */
    static Map<String, String> now(Map<String, String> first, Installation installation) {
        Variables variables = new Variables();
        variables.values.putAll(first);
        variables.release(installation);
        return variables.values;
    }

    private void release(Installation installation) {
        put("BACKEND_DIGEST", installation.promoted().digests().backend());
        put("FRONTEND_DIGEST", installation.promoted().digests().frontend());
    }

    private void shared(Installation installation) {
        Plan plan = installation.plan();
        Shared.Addresses at = installation.addresses();
        put("DIR", plan.directory().toString());
        put("ENVIRONMENT", plan.environment().word());
        put("DOMAIN", plan.environment().domain());
        put("PORT", Integer.toString(plan.httpsPort()));
        put("HTTP_PORT", Integer.toString(plan.httpPort()));
        put("PARTNER_PORT", Integer.toString(plan.partnerPort()));
        put("PARTNER_CERTIFICATE", plan.directory().resolve("partner.pem").toString());
        put(
                "PARTNER_KEY",
                Base64.getEncoder().encodeToString(installation.partner().key().getEncoded()));
        put("OPERATIONS", OperatorsFiles.of(plan).folder().toString());
        put("REHEARSAL", OperatorsFiles.of(plan).rehearsal().toString());
        put("CA", plan.directory().resolve("ca.pem").toString());
        put("DNS", address(at.dns()));
        put("DNS_SECONDARY", address(at.secondaryDns()));
        put("DNS_API", "http://" + address(at.dnsApi()) + "/client/v4");
        put("DNS_TOKEN", installation.shared().dnsToken());
        put("DNS_ZONE", installation.shared().zone().id());
        put("LOGS", "http://" + address(at.logs()));
        put("METRICS", "http://" + address(at.metrics()));
        put("TRACES", "http://" + address(at.traces()));
        put("ALERTS", "http://" + address(at.alerts()));
        put("ALERT_WEBHOOK", address(at.webhook()));
        put("ISSUER", plan.issuer());
        put("CLIENT_ID", Plan.CLIENT_ID);
        release(installation);
        for (Account account : plan.accounts().all()) {
            put(password(account.name()), account.password());
        }
        Account user = plan.accounts().all().get(0);
        IdentityProvider identity = installation.shared().identity();
        String audience = IdentityProvider.ISSUER;
        Duration expired = Duration.ofHours(-1);
        Duration life = Duration.ofDays(7);
        put("EXPIRED_TOKEN", identity.token(user, plan.issuer(), audience, expired));
        put("WRONG_AUDIENCE_TOKEN", identity.token(user, plan.issuer(), "another-api", life));
        put("WRONG_ISSUER_TOKEN", identity.token(user, plan.origin("id") + "/another", audience, life));
        put("SIGNING_KEY", identity.signingKey());
        if (plan.parts().contains(Part.MAIL)) {
            put("MAIL", address(at.smtp()));
            put("MAIL_IMAP", address(at.imap()));
        }
        if (plan.parts().contains(Part.PAYMENT)) {
            put("PAYMENT", "http://" + address(at.payment()));
            put("PAYMENT_KEY", at.paymentKey());
            put("PAYMENT_WEBHOOK_SECRET", at.webhookSecret());
        }
    }

    private void database(Side side, DatabaseServer server) {
        put(prefix(side) + "DB", server.owner().uri());
        put(prefix(side) + "DB_PASSWORD", server.owner().password());
        put(prefix(side) + "ADMIN", server.admin().uri());
        put(prefix(side) + "ADMIN_PASSWORD", server.admin().password());
        put(prefix(side) + "CONNINFO", server.admin().conninfo());
        put(prefix(side) + "SCRATCH", server.scratch().uri());
        put(prefix(side) + "SCRATCH_PASSWORD", server.scratch().password());
        if (server.exporter() != null) {
            put(prefix(side) + "EXPORT", server.exporter().uri());
            put(prefix(side) + "EXPORT_PASSWORD", server.exporter().password());
        }
    }

    private void side(Side side, Deployment deployment, Plan plan) {
        put(prefix(side) + "ADDRESS", side.address());
        put(prefix(side) + "ENTRY", side.address() + ":" + plan.httpsPort());
        deployment.stores().forEach((part, store) -> {
            String name = prefix(side) + part.name();
            put(name, store.uri());
            if (part == Part.CACHE) {
                put(name + "_PASSWORD", store.password());
            } else {
                put(name + "_ACCESS_KEY", store.user());
                put(name + "_SECRET_KEY", store.password());
            }
        });
    }

    private void put(String name, String value) {
        values.put("TESTBED_" + name, value);
    }

    private static String prefix(Side side) {
        return side.name() + "_";
    }

    private static String password(String account) {
        return switch (account) {
            case "ada" -> "USER_PASSWORD";
            case "grace" -> "ADMIN_PASSWORD";
            default -> account.toUpperCase(Locale.ROOT) + "_PASSWORD";
        };
    }

    private static String address(int port) {
        return Plan.SHARED + ":" + port;
    }
}
