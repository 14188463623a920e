package io.cutovergate.probe.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import org.junit.jupiter.api.Test;

class PostgresUrlTest {

    private static final String KEY = "target.databases.main";

    @Test
    void readsUserPlaceAndParameters() {
        PostgresUrl url =
                PostgresUrl.parse("postgresql://shop%40cloud@db.example:5433,db2/shop?sslmode=verify-full", KEY);
        assertThat(url.user()).isEqualTo("shop@cloud");
        assertThat(url.where()).isEqualTo("db.example:5433,db2/shop");
        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433,db2/shop?sslmode=verify-full");
    }

    @Test
    void needsNoUser() {
        assertThat(PostgresUrl.parse("postgres://[::1]:5432/shop", KEY).user()).isNull();
    }

    @Test
    void refusesAPasswordAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://shop:geheim@db/shop", KEY))
                .isInstanceOf(Unexamined.class)
                .hasMessage("target.databases.main.url holds a password; it belongs to target.databases.main.password");
    }

    @Test
    void refusesWhatIsNoSuchAddress() {
        assertThatThrownBy(() -> PostgresUrl.parse("jdbc:postgresql://db/shop", KEY))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining(
                        "target.databases.main.url has not the form postgresql://user@host:port/database");
    }

    @Test
    void checksTheServersNameUnlessToldOtherwise() {
        assertThat(PostgresUrl.parse("postgresql://db.example/shop", KEY).jdbc())
                .isEqualTo("jdbc:postgresql://db.example/shop?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(PostgresUrl.parse("postgresql://db.example/shop?sslrootcert=/rds.pem", KEY)
                        .jdbc())
                .isEqualTo("jdbc:postgresql://db.example/shop?sslrootcert=/rds.pem&sslmode=verify-full");
        assertThat(PostgresUrl.parse("postgresql://db.example/shop?sslmode=disable", KEY)
                        .jdbc())
                .isEqualTo("jdbc:postgresql://db.example/shop?sslmode=disable");
        assertThat(PostgresUrl.parse("postgresql://127.0.20.1:5433/shop", KEY).jdbc())
                .isEqualTo("jdbc:postgresql://127.0.20.1:5433/shop");
        assertThat(PostgresUrl.parse("postgresql://127.0.0.1,db.example/shop", KEY)
                        .jdbc())
                .contains("verify-full");
    }
}
