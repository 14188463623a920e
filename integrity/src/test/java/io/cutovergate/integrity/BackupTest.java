package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The claims of backup-restorable, judged on backups that the example's scripts make; needs PostgreSQL's client programs. */
@ExtendWith(ServersExtension.class)
class BackupTest {

    private static final Path SCRIPTS =
            Path.of("../examples/backup").toAbsolutePath().normalize();
    private static final String YOUNG = "is-young-enough";
    private static final String RESTORES = "restores-what-was-recorded";

    @TempDir
    private Path folder;

    private final Servers servers;
    private final Databases databases;

    BackupTest(Servers servers) throws SQLException {
        this.servers = servers;
        this.databases = servers.create(
                "create schema billing",
                "create table \"Odd Name\" (id serial primary key, t timestamptz default '2026-01-01 12:00+03', f float8)",
                "insert into \"Odd Name\" (f) select random() from generate_series(1, 200)",
                "create table billing.invoices (id int primary key, doc bytea, took interval)",
                "insert into billing.invoices values (1, '\\x00ff', '1 day 2 hours'), (2, null, null)",
                "create view v as select * from billing.invoices",
                "create table parted (a int) partition by range (a)",
                "create table parted_1 partition of parted for values from (0) to (10)",
                "insert into parted values (1), (2)");
    }

    @AfterEach
    void nothingIsLeftOnTheServer() throws SQLException {
        try (Connection connection = servers.target().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_database where datname like 'gate_scratch_%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void aSoundBackupIsProven() throws Exception {
        backUp();

        assertThat(judge(Gate.PRE_CUTOVER).values()).hasSize(2).allSatisfy(result -> assertThat(result.status())
                .as(result.cause())
                .isEqualTo(Status.PROVEN));
    }

    @Test
    void aFrozenServerIsTriedOnToo() throws Exception {
        backUp();
        databases.target("alter database postgres set default_transaction_read_only = on");
        try {
            assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).status()).isEqualTo(Status.PROVEN);
        } finally {
            databases.target("alter database postgres reset default_transaction_read_only");
        }
    }

    @Test
    void noBackupFails() throws IOException {
        Files.createDirectories(folder.resolve("backups"));

        assertThat(of(judge(Gate.PRE_CUTOVER), YOUNG).cause())
                .contains("backups found of main at target is 0; rule: at least 1 (target.backups.main.newest)");
        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).cause())
                .contains("there is no backup to restore: target.backups.main.newest prints nothing");
    }

    @Test
    void anOldBackupFails() throws Exception {
        Path manifest = manifest(backUp());
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("taken\t.*", "taken\t2026-01-01T00:00:00Z"));

        assertThat(of(judge(Gate.PRE_CUTOVER), YOUNG).cause())
                .startsWith("age of the newest backup of main at target is ")
                .contains("rule: at most 1d (limits.backup-restorable.max-age)", "was taken 2026-01-01T00:00:00Z");
    }

    @Test
    void aTruncatedBackupFails() throws Exception {
        Path backup = backUp();
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));

        ObligationResult result = of(judge(Gate.PRE_CUTOVER), RESTORES);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("status of the restore of main at target is 1; rule: exactly 0 (target.backups.main.restore)")
                .contains("pg_restore");
    }

    @Test
    void otherRowsThanRecordedFail() throws Exception {
        String recorded = Files.readString(manifest(backUp()));
        databases.target("update billing.invoices set took = '1 day 3 hours' where id = 1", "delete from parted");
        Files.writeString(manifest(backUp()), recorded);

        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).cause())
                .contains("sum of the rows restored of billing.invoices of main at target is ")
                .contains("rows restored of public.parted_1 of main at target is 0; rule: exactly 2")
                .doesNotContain("Odd Name");
    }

    @Test
    void aTableOrAnObjectTooFewFails() throws Exception {
        Path manifest = manifest(backUp());
        String recorded = Files.readString(manifest);

        Files.writeString(manifest, recorded + "table\tpublic\tgone\t0\t0\n");
        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).cause())
                .contains("tables missing or too many of main at target is 1", "public.gone missing");

        Files.writeString(manifest, recorded.replace("objects\tviews\t1", "objects\tviews\t2"));
        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).cause())
                .contains("views restored of main at target is 1; rule: exactly 2 (the backup's manifest)");
    }

    @Test
    void whatIsNoManifestProvesNothing() throws Exception {
        Path manifest = manifest(backUp());
        Files.writeString(manifest, "format\t1\ntaken\tnoon\n");

        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).status()).isEqualTo(Status.UNPROVEN);
        assertThat(of(judge(Gate.PRE_CUTOVER), RESTORES).cause())
                .contains("(target.backups.main.manifest) prints no manifest: its line 'taken\tnoon' is none");
    }

    @Test
    void beforeTheSourceGoesItsArchiveIsWanted() throws Exception {
        backUp();

        ObligationResult result = of(judge(Gate.DECOMMISSION), YOUNG);

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).contains("source.backups is not configured");
    }

    private Path backUp() throws Exception {
        Path backups = folder.resolve("backups");
        Process process = new ProcessBuilder(
                        SCRIPTS.resolve("backup.sh").toString(), databases.targetUrl(), backups.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".dump"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Path manifest(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".manifest");
    }

    private Map<String, ObligationResult> judge(Gate gate) throws IOException {
        return Gated.run(
                        gate,
                        BackupChecks.class,
                        folder,
                        "{ }",
                        "source: { name: old, databases: { main: { url: \"" + databases.sourceUrl() + "\" } } }",
                        """
                        target:
                          name: new
                          databases: { main: { url: "%s" } }
                          backups:
                            main:
                              newest: [ %s, backups ]
                              manifest: [ cat, "{backup}.manifest" ]
                              restore: [ %s, "{backup}", "{database}" ]
                              scratch: { url: "%s" }
                        """.formatted(
                                        databases.targetUrl(),
                                        SCRIPTS.resolve("newest.sh"),
                                        SCRIPTS.resolve("restore.sh"),
                                        servers.target().url("postgres")))
                .obligations()
                .stream()
                .collect(Collectors.toMap(
                        result -> result.obligation().claim().id().replaceAll(".*/", ""), result -> result));
    }

    private static ObligationResult of(Map<String, ObligationResult> results, String claim) {
        return Objects.requireNonNull(results.get(claim), claim);
    }
}
