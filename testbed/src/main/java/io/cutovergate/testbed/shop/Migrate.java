package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to its newest version and, unless {@code SHOP_SEED=off}, fills an empty database with the shop's first data. Reads
 * SHOP_DB_URL, SHOP_DB_USER, SHOP_DB_PASSWORD; ends with status 1 when a step fails.
 */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] args) throws IOException, SQLException {
        run(Env.ofProcess());
    }

    static void run(Env env) throws IOException, SQLException {
        Database database = Database.of(env, "SHOP_DB");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:shop/db/migration")
                .load()
                .migrate();
        if (env.on("SHOP_SEED")) {
            seed(database);
        }
    }

    private static void seed(Database database) throws IOException, SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Optional<Boolean> filled =
                    new Sql(connection).first(row -> row.getBoolean(1), "select exists (select from products)");
            if (filled.orElseThrow()) {
                return;
            }
            statement.execute(script());
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Optional.ofNullable(Migrate.class.getResourceAsStream("/shop/db/seed.sql"))
                .orElseThrow()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
