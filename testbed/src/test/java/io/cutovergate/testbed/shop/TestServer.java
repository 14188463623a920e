package io.cutovergate.testbed.shop;

import io.cutovergate.testbed.process.Child;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.process.Postgres;
import io.cutovergate.testbed.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The PostgreSQL server that all tests of the shop share; each takes databases of its own. */
final class TestServer implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";

    private final Path base;
    private final Child process;
    private final Database root;
    private int count;

    private TestServer(Path base, Child process, Database root) {
        this.base = base;
        this.process = process;
        this.root = root;
    }

    static TestServer start() throws IOException, SQLException {
        Path base = Files.createTempDirectory("shop-test");
        // where root runs the tests another user runs the server, and must be able to enter
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx--x--x"));
        Postgres postgres = new Postgres(
                ADDRESS,
                new Ports().free(ADDRESS),
                "secret",
                base,
                "postgres",
                base.resolve("log"),
                base.resolve("pid"));
        postgres.create();
        Child process = postgres.start();
        Database root = new Database(ADDRESS, postgres.port(), "postgres", "postgres", "secret");
        root.await(Duration.ofSeconds(30));
        root.execute("create role shop login password 'shop'", "create database seeded owner shop");
        Migrate.run(new Env(settings("SHOP_DB", root.as("seeded", "shop", "shop"))));
        return new TestServer(base, process, root);
    }

    /** A new database without a table. */
    synchronized Database empty() {
        String name = "test_" + ++count;
        root.execute("create database " + name + " owner shop");
        return root.as(name, "shop", "shop");
    }

    /** A new database with the shop's first data. */
    synchronized Database seeded() {
        String name = "test_" + ++count;
        root.execute("create database " + name + " owner shop template seeded");
        return root.as(name, "shop", "shop");
    }

    /** The variables that name a database to one of the shop's programs. */
    static Map<String, String> settings(String prefix, Database database) {
        return Map.of(
                prefix + "_URL", database.jdbc(),
                prefix + "_USER", database.user(),
                prefix + "_PASSWORD", database.password());
    }

    @Override
    public void close() throws IOException {
        process.kill();
        process.release();
        Trees.delete(base);
    }
}
