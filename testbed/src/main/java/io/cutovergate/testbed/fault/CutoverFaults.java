package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.Filter;
import io.cutovergate.testbed.net.Route;
import io.cutovergate.testbed.net.Zone;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Service;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What goes wrong while production moves. Some strikes only when the target has taken over, as it would. */
final class CutoverFaults {

    static final String HOLD_OUT = "alter role shop set default_transaction_read_only = off";
    /** For who changes a server that is closed for everybody else. */
    static final String NEVERTHELESS = "set default_transaction_read_only = off";

    static final String GIVE_IN = "alter role shop reset default_transaction_read_only";
    private static final String ANEW = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'shop'";
    private static final long FAR = 3000;
    private static final Duration COLD = Duration.ofSeconds(7);

    private CutoverFaults() {}

    /** A setting of the application's role outlives the one of the server: it writes on. */
    static Broken freezeIgnored(Installation installation) {
        Database source = installation.source().admin();
        source.execute(NEVERTHELESS, HOLD_OUT);
        source.query(ANEW);
        return new Broken("the source's role shop has a setting of its own for writing", () -> {
            source.execute(NEVERTHELESS, GIVE_IN);
            source.query(ANEW);
        });
    }

    /** Whoever froze the source took its readers down with it. */
    static Broken sourceReadsFail(Installation installation) {
        Filter filter = Filter.answer(503, "text/plain", "closed")
                .where(Filter.at(installation.plan().host("api"), "/api/products")
                        .and(exchange -> isReadOnly(installation.source().admin())));
        installation.source().gateway().add(filter);
        return new Broken(
                "503 for /api/products of the source once it is frozen",
                () -> installation.source().gateway().remove(filter));
    }

    /** The target is not ready for the first requests that users send it. */
    static Broken targetCold(Installation installation) {
        Moved moved = new Moved(installation);
        Filter filter = Filter.answer(503, "text/plain", "starting")
                .where(Filter.at(installation.plan().host("api"), "/api/products")
                        .and(exchange -> moved.sinceFirstAsked().compareTo(COLD) < 0));
        installation.target().gateway().add(filter);
        return new Broken(
                "503 for /api/products of the target in the first " + COLD.toSeconds() + " s after the switch", () -> {
                    installation.target().gateway().remove(filter);
                    moved.cancel();
                });
    }

    /** The provider's interface takes a change of the name and does not publish it. */
    static Broken nameNotSwitched(Installation installation) {
        Zone zone = installation.shared().zone();
        String name = installation.plan().host("www");
        zone.hold(name);
        return new Broken("changes of " + name + " are taken and not published", () -> zone.release(name));
    }

    /** The reverse subscription can be made, and nobody applies what it gets. */
    static Broken noApplyWorkers(Installation installation) {
        Database source = installation.source().admin();
        Service server = installation.source().database();
        source.execute("alter system set max_logical_replication_workers = 0");
        restart(installation, server, source);
        return new Broken("max_logical_replication_workers = 0 on the source", () -> {
            source.execute("alter system reset max_logical_replication_workers");
            restart(installation, server, source);
        });
    }

    private static void restart(Installation installation, Service server, Database source) {
        server.down();
        server.up();
        source.await(Duration.ofSeconds(30));
        installation.source().awaitReady();
    }

    /** Some writes of the target are gone after they were acknowledged, as by a failover without synchronous commit. */
    static Broken writesDropped(Installation installation) {
        Database target = installation.target().admin();
        Moved moved = Moved.whenOpened(installation, () -> target.execute("""
                create function testbed_forget() returns trigger language plpgsql security definer as
                $$ begin delete from public.orders where id = new.id; return null; end $$
                """, """
                create constraint trigger testbed_forget after insert on public.orders deferrable initially deferred
                for each row when (new.id % 2 = 0) execute function testbed_forget()
                """));
        return new Broken("every other order of the target is deleted when it is committed, once it is open", () -> {
            moved.cancel();
            target.execute(
                    NEVERTHELESS,
                    "drop trigger if exists testbed_forget on public.orders",
                    "drop function if exists testbed_forget()");
        });
    }

    /** Who retries for a client sends some orders once more under a user of its own, so that their keys do not meet. */
    static Broken writesDoubled(Installation installation) {
        Database target = installation.target().admin();
        Moved moved = Moved.whenOpened(installation, () -> target.execute("""
                create function testbed_retry() returns trigger language plpgsql security definer as
                $$ begin
                  insert into public.orders (user_id, idempotency_key, fingerprint, total, currency)
                  select min(u.id), new.idempotency_key, new.fingerprint, new.total, new.currency
                  from public.users u where u.id <> new.user_id
                  on conflict do nothing;
                  return null;
                end $$
                """, """
                create trigger testbed_retry after insert on public.orders
                for each row when (new.id % 2 = 0 and pg_trigger_depth() = 0) execute function testbed_retry()
                """));
        return new Broken("every other order of the target is placed for another user too, once it is open", () -> {
            moved.cancel();
            target.execute(
                    NEVERTHELESS,
                    "drop trigger if exists testbed_retry on public.orders",
                    "drop function if exists testbed_retry()");
        });
    }

    /** A rule of the target's gateway still sends some requests to the source, which takes writes again. */
    static Broken bothSidesOpen(Installation installation) {
        Database source = installation.source().admin();
        Route astray = new Route(
                installation.plan().host("api"),
                "/api/orders",
                installation.source().pool());
        Moved moved = Moved.whenOpened(installation, () -> {
            source.execute(NEVERTHELESS, HOLD_OUT);
            source.query(ANEW);
            for (int i = 0; i < 20; i++) {
                installation.target().gateway().prefer(astray);
                TimeUnit.MILLISECONDS.sleep(700);
                installation.target().gateway().remove(astray);
                TimeUnit.MILLISECONDS.sleep(700);
            }
        });
        return new Broken("orders go to either side by turns once the target is open", () -> {
            moved.cancel();
            installation.target().gateway().remove(astray);
            source.execute(NEVERTHELESS, GIVE_IN);
            source.query(ANEW);
        });
    }

    /** Some of what flowed back to the source is gone there. */
    static Broken writesNotReturned(Installation installation) {
        installation
                .source()
                .admin()
                .execute(NEVERTHELESS, "delete from public.orders where idempotency_key like 'gate-%' and id % 2 = 0");
        return new Broken("every other order of the watch is deleted on the source", () -> {});
    }

    /** What was enough for the source is too little for the target: of connections, say. */
    static Broken ordersFail(Installation installation) {
        return orders(
                installation,
                "502 for every third order",
                Filter.answer(502, "text/html", "<h1>502 Bad Gateway</h1>"),
                Filter.every(3));
    }

    /** Each commit waits for a standby that is far away. */
    static Broken ordersSlow(Installation installation) {
        return orders(installation, FAR + " ms more for each order", Filter.delay(FAR), exchange -> true);
    }

    private static Broken orders(
            Installation installation, String what, Filter filter, Predicate<HttpServerExchange> which) {
        Filter some = filter.where(Filter.at(installation.plan().host("api"), "/api/orders")
                .and(Filter.by("POST"))
                .and(exchange -> exchange.getRequestHeaders().contains("Idempotency-Key"))
                .and(which));
        installation.target().gateway().add(some);
        return new Broken(what, () -> installation.target().gateway().remove(some));
    }

    private static boolean isReadOnly(Database database) {
        return database.query("select current_setting('default_transaction_read_only')")
                .get(0)
                .equals("on");
    }
}
