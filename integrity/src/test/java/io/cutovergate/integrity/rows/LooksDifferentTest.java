package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.rows.EqualCases.Pair;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of equal rows that look different in one way: none is reported. The other half of {@link MatrixTest}. */
@ExtendWith(ServersExtension.class)
class LooksDifferentTest {

    static final List<String> SETTINGS = EqualCases.SETTINGS;

    @Test
    void noCaseGotLost() {
        assertThat(EqualCases.ALL).hasSizeGreaterThanOrEqualTo(30);
        assertThat(EqualCases.ALL).extracting(Pair::table).doesNotHaveDuplicates();
        assertThat(SETTINGS).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "across versions: {0}")
    @ValueSource(booleans = {false, true})
    void tablesThatAreMadeInAnotherWayAreEqual(boolean acrossVersions, Servers servers) throws SQLException {
        Databases databases = acrossVersions ? servers.acrossVersions().create() : servers.create();
        for (Pair pair : EqualCases.ALL) {
            databases.source(pair.source());
            databases.target(pair.target());
        }

        Compared compared = Compared.of(databases);

        assertThat(compared.result().uncompared()).isEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Pair pair : EqualCases.ALL) {
            TableResult table = compared.table(pair.table());
            all.assertThat(table.differing())
                    .as(pair.table() + ": " + table.describe())
                    .isZero();
            all.assertThat(table.rows().source()).as(pair.table()).isPositive();
        }
        all.assertAll();
        assertThat(compared.result().tables()).hasSameSizeAs(EqualCases.ALL);
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void aSettingOfTheDatabaseMakesNoDifference(String setting, Servers servers) throws SQLException {
        Databases databases = servers.create(EqualCases.SETTINGS_TABLE);
        databases.target("alter database " + databases.name() + " set " + setting);

        Compared.of(databases).findsNothing();
    }

    @Test
    void allSettingsOfARoleTogetherMakeNoDifference(Servers servers) throws SQLException {
        Databases databases = servers.acrossVersions().create(EqualCases.SETTINGS_TABLE);
        for (String setting : SETTINGS) {
            databases.target("alter role postgres in database " + databases.name() + " set " + setting);
        }

        Compared.of(databases).findsNothing();
    }

    @Test
    void largeObjectsThatWereWrittenInPiecesAreEqual(Servers servers) throws SQLException {
        Databases databases = servers.create("create table t (a int primary key); insert into t values (1)");
        databases.source("select lo_from_bytea(4711, decode(repeat('00ff', 5000), 'hex'))");
        databases.target(
                "select lo_from_bytea(4711, decode(repeat('00ff', 2500), 'hex'))",
                "select lo_put(4711, 5000, decode(repeat('00ff', 2500), 'hex'))",
                "select lo_put(4711, 0, decode(repeat('00ff', 10), 'hex'))",
                "comment on large object 4711 is 'seen'");

        Compared.of(databases).findsNothing();
    }

    @Test
    void rowsThatWereVacuumedFrozenOrReadAreEqual(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "create table t (a int primary key, b text)",
                "insert into t select i, 'v' || i from generate_series(1, 500) i",
                "delete from t where a % 7 = 0");
        databases.target("select count(*) from t", "vacuum (freeze, analyze) t", "vacuum full t", "reindex table t");

        Compared.of(databases).findsNothing();
    }
}
