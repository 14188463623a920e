package io.cutovergate.testbed.host;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Postgres;
import io.cutovergate.testbed.process.Service;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Supervisor;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One side's PostgreSQL with the empty database {@code shop}.
 *
 * @param admin that database as superuser
 * @param owner that database as the user whom the application is
 * @param scratch a database of the server as a user who may create others, for trials
 * @param exporter the source's {@code shop} as a user who may read it; {@code null} on the target
 */
public record DatabaseServer(
        Service service,
        Database admin,
        Database owner,
        Database scratch,
        @Nullable Database exporter) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EXPORT = """
            do $$
            declare
                own text;
            begin
                for own in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
                    execute format('grant usage on schema %I to exporter', own);
                    execute format('grant select on all tables in schema %I to exporter', own);
                    execute format('grant select on all sequences in schema %I to exporter', own);
                end loop;
            end $$
            """;

    static DatabaseServer start(Plan plan, Side side, Supervisor supervisor, Services services) throws IOException {
        String password = Plan.secret();
        Postgres postgres = new Postgres(
                side.address(),
                plan.ports().free(side.address()),
                password,
                plan.data(),
                "postgres-" + side.word(),
                plan.directory(side).resolve("postgres.log"),
                plan.directory(side).resolve("postgres.pid"));
        postgres.create();
        Service service = services.add(new Service("postgres of " + side.word(), supervisor, postgres::start));
        service.up();
        Database root = new Database(side.address(), postgres.port(), "postgres", "postgres", password);
        root.await(PATIENCE);
        String ownerPassword = Plan.secret();
        String scratchPassword = Plan.secret();
        root.execute(
                "create role shop login password '" + ownerPassword + "'",
                "create role scratch login createdb password '" + scratchPassword + "'",
                "create role reporting",
                "create database shop owner shop");
        Database admin = root.as("shop", "postgres", password);
        admin.execute(
                "alter default privileges for role shop grant usage on schemas to reporting",
                "alter default privileges for role shop grant select on tables to reporting");
        Database exporter = null;
        if (side == Side.SOURCE) {
            exporter = root.as("shop", "exporter", Plan.secret());
            root.execute("create role exporter login password '" + exporter.password() + "'");
        }
        return new DatabaseServer(
                service,
                admin,
                root.as("shop", "shop", ownerPassword),
                root.as("postgres", "scratch", scratchPassword),
                exporter);
    }

    /** Once the schema is there: what is exported is read by a user of its own. */
    void letExport() {
        if (exporter != null) {
            admin.execute(EXPORT);
        }
    }
}
