package io.cutovergate.probe.testing;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.TwoServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Empty databases of a PostgreSQL server that all tests share; JUnit stops it after the last of them. */
public final class TestDatabases implements ParameterResolver {

    /** A server, and how many databases it has been asked for. */
    public record Server(TwoServers servers, AtomicInteger count) implements AutoCloseable {

        /** A database of its own for a test. */
        public Database empty() {
            String name = "test_" + count.incrementAndGet();
            servers.target().execute("create database " + name);
            Database superuser = servers.target();
            return superuser.as(name, superuser.user(), superuser.password());
        }

        /** As the checks read it. */
        public static DatabaseAt read(Database database) {
            return DatabaseAt.alone(
                    "main",
                    Side.TARGET,
                    new SideConfig.Database(
                            database.uri(), Secret.of(database.password(), "test"), Duration.ofSeconds(10)),
                    Duration.ofSeconds(30));
        }

        @Override
        public void close() throws IOException {
            servers.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TestDatabases.class))
                .computeIfAbsent(Server.class, key -> start(), Server.class);
    }

    private static Server start() {
        try {
            return new Server(TwoServers.start(), new AtomicInteger());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
