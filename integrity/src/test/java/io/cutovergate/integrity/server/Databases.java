package io.cutovergate.integrity.server;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.probe.sql.DatabaseAt;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A database of the same name on both servers. */
public record Databases(Servers servers, String name) {

    public void source(String... statements) throws SQLException {
        servers.source().execute(name, statements);
    }

    public void target(String... statements) throws SQLException {
        servers.target().execute(name, statements);
    }

    public void both(String... statements) throws SQLException {
        source(statements);
        target(statements);
    }

    /** The source's address. */
    public String sourceUrl() {
        return servers.source().url(name);
    }

    public String targetUrl() {
        return servers.target().url(name);
    }

    /** Both as a probe reaches them. */
    public Both<DatabaseAt> sides() {
        return new Both<>(at(Side.SOURCE, servers.source()), at(Side.TARGET, servers.target()));
    }

    /** Both as another role reaches them. */
    public Both<DatabaseAt> as(String role) {
        return sides().map(side -> DatabaseAt.alone(
                "main",
                side.side(),
                new SideConfig.Database(
                        side.config().url().replace("postgres@", role + "@"), null, Duration.ofSeconds(10)),
                Duration.ofMinutes(1)));
    }

    /** A selection that leaves nothing out. */
    public static Selection everything() {
        return new Selection(false, List.of(), List.of(), List.of(), Map.of());
    }

    private DatabaseAt at(Side side, Server server) {
        return DatabaseAt.alone(
                "main",
                side,
                new SideConfig.Database(server.url(name), null, Duration.ofSeconds(10)),
                Duration.ofMinutes(1));
    }
}
