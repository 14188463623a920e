package io.cutovergate.testbed.host;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Postgres;
import io.cutovergate.testbed.process.Service;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Supervisor;
import java.io.IOException;
import java.time.Duration;

/**
 * One side's PostgreSQL with the empty database {@code shop}.
 *
 * @param admin that database as superuser
 * @param owner that database as the user whom the application is
 * @param scratch a database of the server as a user who may create others, for trials
 */
public record DatabaseServer(Service service, Database admin, Database owner, Database scratch) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        return new DatabaseServer(
                service,
                admin,
                root.as("shop", "shop", ownerPassword),
                root.as("postgres", "scratch", scratchPassword));
    }
}
