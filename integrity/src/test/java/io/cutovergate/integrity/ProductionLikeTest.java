package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The claims of production-like-data, judged on rehearsals that are production in small and on such as are not. */
@ExtendWith(ServersExtension.class)
class ProductionLikeTest {

    private static final String[] SHOP = {
        "create table orders (id int primary key, status text, total numeric, placed date, paid boolean)",
        "create table sessions (id int)",
        "create table gifts (id int)",
        "insert into orders select i, (array['new', 'paid', 'sent', null])[1 + i % 4], i % 97, date '2025-01-01' + i % 300,"
                + " i % 3 = 0 from generate_series(1, 4000) i",
        "insert into sessions select generate_series(1, 100)"
    };
    private static final String RULES = "{ live: [ { table: sessions, why: logins write it, owner: jo } ],"
            + " distributions: [ { table: public.orders, columns: [status, total, placed, paid] } ] }";

    @TempDir
    private Path folder;

    private ObligationResult judge(Class<?> checks, Databases databases, String rules) throws IOException {
        return Gated.run(checks, folder, databases.sourceUrl(), databases.targetUrl(), "{ expect: subset }", rules)
                .only();
    }

    @Test
    void aFairSampleIsProven(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        databases.target("delete from orders where id % 5 > 0", "delete from sessions");

        ObligationResult volume = judge(VolumeChecks.class, databases, RULES);
        ObligationResult spread = judge(DistributionChecks.class, databases, RULES);

        assertThat(volume.status()).as(volume.cause()).isEqualTo(Status.PROVEN);
        assertThat(volume.recorded().samples())
                .extracting(Sample::sentence)
                .contains("share of the source's rows of public.orders of main at target is 20%; rule: at least 10%"
                        + " (limits.production-like-data.rows); 800 of 4000 rows");
        assertThat(volume.recorded().notes())
                .contains(
                        "not measured, as declared, in main: public.sessions (live: logins write it)",
                        "empty on the source, so without a share: public.gifts");
        assertThat(spread.status()).as(spread.cause()).isEqualTo(Status.PROVEN);
        assertThat(spread.recorded().attachments()).hasSize(4);
        assertThat(Files.readString(spread.recorded().attachments().get(0).file()))
                .startsWith("<svg xmlns=")
                .contains("'paid'", "source, 4000 rows", "target, 800 rows");
    }

    @Test
    void aThinTableFails(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        databases.target("delete from orders where id > 200");

        assertThat(judge(VolumeChecks.class, databases, RULES).cause())
                .contains("share of the source's rows of main at target is 5%; rule: at least 10%");
        databases.both("insert into gifts select generate_series(1, 9000)");
        assertThat(judge(VolumeChecks.class, databases, RULES).cause())
                .isEqualTo("share of the source's rows of public.orders of main at target is 5%; rule: at least 10%"
                        + " (limits.production-like-data.rows); 200 of 4000 rows");
    }

    @Test
    void aHollowedDatabaseFailsBySize(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(
                "create table files (id int primary key, content text)",
                "alter table files alter column content set storage external",
                "insert into files select i, repeat(md5(i::text), 200) from generate_series(1, 1000) i");
        databases.target("update files set content = ''", "vacuum full files");

        assertThat(judge(VolumeChecks.class, databases, "{ }").cause())
                .contains("share of the source's bytes on disk of main at target is")
                .contains("rule: at least 5% (limits.production-like-data.size)");
    }

    @Test
    void anotherPopulationFailsAndFewRowsConcludeNothing(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        databases.target("delete from orders where status = 'paid'", "update orders set total = total / 10");

        ObligationResult spread = judge(DistributionChecks.class, databases, RULES);

        assertThat(spread.status()).isEqualTo(Status.FAILED);
        assertThat(spread.cause())
                .contains("population stability index of public.orders.status of main at target is")
                .contains("rule: at most 0.2 (limits.production-like-data.psi); most changed: 'paid': 25.0% on source,"
                        + " 0.0% on target; 4 buckets, 4000 rows on source, 3000 on target")
                .contains("population stability index of public.orders.total of")
                .doesNotContain("public.orders.placed");
        databases.target("delete from orders where id > 400");
        assertThat(judge(DistributionChecks.class, databases, RULES).status()).isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void unknownColumnsAndEmptySourcesAreUnproven(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create("create table orders (id int)");

        assertThat(judge(VolumeChecks.class, databases, "{ }").status()).isEqualTo(Status.UNPROVEN);
        assertThat(judge(
                                DistributionChecks.class,
                                databases,
                                "{ distributions: [ { table: orders, columns: [statsu] } ] }")
                        .cause())
                .contains("has no column statsu of a table orders, which databases.*.distributions declares");
    }
}
