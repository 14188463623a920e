package io.cutovergate.cli;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Integrity.Hash;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.probe.sql.DatabaseAt;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which databases are compared: those of an environment file, or two addresses. */
final class CompareSides {

    /**
     * Two databases, and what of them is compared.
     *
     * @param show differences shown for each table
     * @param connections to each side
     */
    record Pair(
            Both<DatabaseAt> databases, Selection selection, int show, Hash hash, int connections, Secrets secrets) {}

    private static final int SHOW = 20;
    private static final int CONNECTIONS = 2;
    private static final Duration WITHIN = Duration.ofMinutes(15);

    @Option(names = "--env", paramLabel = "FILE", description = "the environment file that names both sides")
    private @Nullable Path environment;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "only this one of its databases (default: all that both sides have)")
    private @Nullable String only;

    @Option(
            names = "--source",
            paramLabel = "URI",
            description = "postgresql://user@host:port/database, instead of an environment file")
    private @Nullable String source;

    @Option(names = "--target", paramLabel = "URI", description = "the same of the target")
    private @Nullable String target;

    @Option(names = "--schema", paramLabel = "NAME", description = "only this schema; may be repeated")
    private List<String> schemas = List.of();

    @Option(
            names = "--within",
            paramLabel = "TIME",
            description = "time for one statement (default: integrity.within, 15m)")
    private @Nullable Duration within;

    /** All databases that both sides of an environment file have. */
    static List<Pair> of(Path environment) {
        return new CompareSides().ofFile(environment);
    }

    List<Pair> read() {
        if (environment != null && source == null && target == null) {
            return ofFile(environment);
        }
        if (environment == null && source != null && target != null) {
            return List.of(ofAddresses(source, target));
        }
        throw new UsageException("compare: either --env, or both --source and --target, are needed");
    }

    private List<Pair> ofFile(Path file) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(System.getenv()), problems);
        if (files.environment().isValid() && files.environment().value().source() == null) {
            problems.at(files.environment(), "source", "missing; there is nothing to compare with");
        }
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        Migration migration = files.migration();
        Integrity rules = migration.environment().integrity();
        List<Pair> pairs = new DatabasePair.Source()
                .subjects(migration, io.cutovergate.harness.Gate.STAGING.vantage()).stream()
                        .filter(pair -> only == null || pair.name().equals(only))
                        .map(pair -> new Pair(
                                new Both<>(
                                        at(pair.name(), Side.SOURCE, pair.source(), rules.within()),
                                        at(pair.name(), Side.TARGET, pair.target(), rules.within())),
                                narrowed(Selection.of(pair, LocalDate.now(Clock.systemUTC()))),
                                rules.show(),
                                rules.hash(),
                                rules.connections(),
                                migration.secrets()))
                        .toList();
        if (pairs.isEmpty()) {
            throw new UsageException(
                    file + ": databases: there is none" + (only == null ? "" : " called " + only) + " to compare");
        }
        return pairs;
    }

    private Pair ofAddresses(String sourceUri, String targetUri) {
        Secrets secrets = new Secrets();
        return new Pair(
                new Both<>(
                        at("main", Side.SOURCE, config(sourceUri, "SOURCE_DB_PASSWORD", secrets), WITHIN),
                        at("main", Side.TARGET, config(targetUri, "TARGET_DB_PASSWORD", secrets), WITHIN)),
                narrowed(new Selection(false, List.of(), List.of(), List.of(), Map.of())),
                SHOW,
                Hash.FAST,
                CONNECTIONS,
                secrets);
    }

    private static SideConfig.Database config(String uri, String variable, Secrets secrets) {
        String password = System.getenv(variable);
        if (password != null) {
            secrets.add(password, variable);
        }
        return new SideConfig.Database(
                uri, password == null ? null : Secret.of(password, "${env:" + variable + "}"), Duration.ofSeconds(10));
    }

    private DatabaseAt at(String name, Side side, SideConfig.Database config, Duration usual) {
        return DatabaseAt.alone(name, side, config, within == null ? usual : within);
    }

    private Selection narrowed(Selection selection) {
        return schemas.isEmpty()
                ? selection
                : new Selection(
                        selection.subset(), schemas, selection.excluded(), selection.live(), selection.masked());
    }
}
