package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Fills a migrated, empty database with an anonymised subset of another one. Reads SHOP_SUBSET_URL, SHOP_SUBSET_USER and
 * SHOP_SUBSET_PASSWORD for the one that is read (one snapshot, read only), SHOP_DB_URL, SHOP_DB_USER and SHOP_DB_PASSWORD for the one
 * that is filled (one transaction; status 1 and nothing changed when a step fails).
 *
 * <ul>
 *   <li>Whole: categories, products, product_images, "Store Locations", gift_cards that no user holds.
 *   <li>Users with an odd id, and what belongs to them: orders with order_items, shipments, invoices and payments; reviews; audit_log.
 *   <li>Not taken: sessions (nobody is signed in there), scheduled_tasks, job_effects, parked_jobs, ticks and heartbeat (its worker has its own),
 *       Flyway's history (its schema was migrated, not copied).
 *   <li>Masked: users.email, users.phone and users.full_name, with a hash under a key that is thrown away afterwards.
 * </ul>
 */
public final class Subset {

    private static final String OF_USERS = "where user_id % 2 = 1";
    private static final String OF_ORDERS = "where order_id in (select id from orders where user_id % 2 = 1)";

    /** Parents before children: foreign keys are checked as the rows arrive. */
    private static final List<Slice> SLICES = List.of(
            new Slice("categories", ""),
            new Slice("products", ""),
            new Slice("product_images", ""),
            new Slice("\"Store Locations\"", ""),
            new Slice("users", "where id % 2 = 1"),
            new Slice("orders", OF_USERS),
            new Slice("order_items", OF_ORDERS),
            new Slice("shipments", OF_ORDERS),
            new Slice("billing.invoices", OF_ORDERS),
            new Slice("billing.payments", OF_ORDERS),
            new Slice("gift_cards", "where user_id is null"),
            new Slice("reviews", OF_USERS),
            new Slice("audit_log", OF_USERS));

    /** A table and the condition of the rows that are taken. */
    private record Slice(String table, String where) {}

    private Subset() {}

    public static void main(String[] args) throws IOException, SQLException {
        run(Env.ofProcess());
    }

    static void run(Env env) throws IOException, SQLException {
        try (Connection source = Database.of(env, "SHOP_SUBSET").connect();
                Connection target = Database.of(env, "SHOP_DB").connect();
                Statement reading = source.createStatement();
                Statement writing = target.createStatement()) {
            source.setAutoCommit(false);
            reading.execute("set transaction isolation level repeatable read, read only");
            target.setAutoCommit(false);
            if (new Sql(target)
                    .first(row -> row.getBoolean(1), "select exists (select from users)")
                    .orElseThrow()) {
                throw new IllegalStateException("the database to fill (SHOP_DB_URL) has users already");
            }
            Masks.install(new Sql(source));
            for (Slice slice : SLICES) {
                copy(source, target, slice);
            }
            sequences(new Sql(source), new Sql(target));
            target.commit();
            target.setAutoCommit(true);
            writing.execute("analyze");
        }
    }

    /** Binary COPY from one server to the other, a row at a time; generated columns are left to the target. */
    private static void copy(Connection source, Connection target, Slice slice) throws SQLException {
        List<String> columns = new Sql(source)
                .list(
                        row -> row.getString(1),
                        "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass"
                                + " and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
                        slice.table());
        String values =
                columns.stream().map(column -> Masks.of(slice.table(), column)).collect(Collectors.joining(", "));
        CopyOut out = source.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s %s) to stdout (format binary)"
                        .formatted(values, slice.table(), slice.where()));
        CopyIn in = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(slice.table(), String.join(", ", columns)));
        for (byte[] data = out.readFromCopy(); data != null; data = out.readFromCopy()) {
            in.writeToCopy(data, 0, data.length);
        }
        in.endCopy();
    }

    /** Sequences stand where the source's stand, so that no id that is given here was given there to a row that was left out. */
    private static void sequences(Sql source, Sql target) throws SQLException {
        record Position(String sequence, long value) {}
        List<Position> positions = source.list(
                row -> new Position(row.getString(1), row.getLong(2)),
                "select format('%I.%I', schemaname, sequencename), last_value from pg_sequences where last_value is not null");
        for (Position position : positions) {
            target.first(row -> row.getLong(1), "select setval(?::regclass, ?)", position.sequence(), position.value());
        }
    }
}
