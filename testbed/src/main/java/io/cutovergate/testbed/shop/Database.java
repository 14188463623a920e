package io.cutovergate.testbed.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a PostgreSQL database is and who we are there. */
record Database(String url, String user, String password) {

    /** Reads {@code <prefix>_URL} (JDBC), {@code <prefix>_USER} and {@code <prefix>_PASSWORD}. */
    static Database of(Env env, String prefix) {
        return new Database(
                env.need(prefix + "_URL"),
                env.need(prefix + "_USER"),
                env.maybe(prefix + "_PASSWORD").orElse(""));
    }

    /** Whether the database refused to write because it is read-only (SQLSTATE 25006). */
    static boolean isReadOnly(SQLException e) {
        return "25006".equals(e.getSQLState());
    }

    /** One connection, for a program that runs once. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url, properties);
    }

    /** A pool that opens its first connection when it is asked for one, and gives up soon rather than queue. */
    HikariDataSource pool(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        // seconds: the longest that a dead peer can hold a request
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
