package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.process.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The environment variables of the shop's processes; docs/testbed.md says what each means. */
record ShopSettings(Plan plan, Shared.Addresses shared) {

    Map<String, String> replica(Side side, String name, int port, Database database, Path log, @Nullable Store cache) {
        Map<String, String> settings = database(database);
        settings.put("SHOP_BIND", side.address());
        settings.put("SHOP_PORT", Integer.toString(port));
        settings.put("SHOP_SIDE", side.word());
        settings.put("SHOP_INSTANCE", name);
        settings.put("SHOP_DIGEST", plan.digests().backend());
        settings.put("SHOP_LOG", log.toString());
        settings.put("SHOP_ISSUER", plan.issuer());
        settings.put("SHOP_AUDIENCE", "shop");
        settings.put("SHOP_JWKS", "http://" + Plan.SHARED + ":" + shared.identity() + "/shop/jwks");
        settings.put("SHOP_TOKENS", "http://" + Plan.SHARED + ":" + shared.identity() + "/shop/token");
        settings.put("SHOP_URL", plan.origin("api"));
        settings.put("SHOP_ORIGIN", plan.origin("www"));
        settings.put("SHOP_MAIL", Plan.SHARED + ":" + shared.smtp());
        settings.put("SHOP_TRACES", "http://" + Plan.SHARED + ":" + shared.traces());
        settings.put("SHOP_TRACE_PARENT", "on");
        settings.put("SHOP_AUTH", "on");
        settings.put("SHOP_AUTH_OMITS", "");
        settings.put("SHOP_SESSION_KEY", plan.sessionKey(side));
        settings.put("SHOP_SESSION_COOKIE", "");
        // Only the source beats where the target follows it: a beat of the target's own would hide the lag.
        boolean follows = side == Side.TARGET && plan.environment() == Environment.PRODUCTION;
        settings.put("SHOP_HEARTBEAT", follows ? "off" : "on");
        // What runs by a schedule runs on one side at a time.
        settings.put("SHOP_TICKS", follows ? "off" : "on");
        settings.put("SHOP_JOB_RETRIES", "3");
        if (plan.parts().contains(Part.PAYMENT)) {
            settings.put("SHOP_PAYMENT", "http://" + Plan.SHARED + ":" + shared.payment());
            settings.put("SHOP_PAYMENT_KEY", shared.paymentKey());
            settings.put("SHOP_PAYMENT_SECRET", shared.webhookSecret());
        }
        if (cache != null) {
            settings.put("SHOP_CACHE_URL", cache.uriWithPassword());
            settings.put("SHOP_SESSIONS", cache.uriWithPassword());
        }
        return settings;
    }

    Map<String, String> migrate(Database database, boolean seed) {
        Map<String, String> settings = database(database);
        settings.put("SHOP_SEED", seed ? "on" : "off");
        return settings;
    }

    Map<String, String> subset(Database source, Database target) {
        Map<String, String> settings = database(target);
        settings.put("SHOP_SUBSET_URL", source.jdbc());
        settings.put("SHOP_SUBSET_USER", source.user());
        settings.put("SHOP_SUBSET_PASSWORD", source.password());
        return settings;
    }

    private static Map<String, String> database(Database database) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SHOP_DB_URL", database.jdbc());
        settings.put("SHOP_DB_USER", database.user());
        settings.put("SHOP_DB_PASSWORD", database.password());
        return settings;
    }
}
