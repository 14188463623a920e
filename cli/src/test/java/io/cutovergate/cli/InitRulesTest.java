package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that would not be read as what they say are refused. */
class InitRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.shop.example",
                "localhost",
                "api.shop.example:8443",
                "xn--bcher-kva.example",
                "198.51.100.20"
            })
    void takesHosts(String host) {
        assertThat(InitRules.host(host)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://api.shop.example",
                "api.shop.example/",
                "api shop",
                "bücher.example",
                "api.shop.example.",
                "-api.example",
                "api..example",
                "api.example:0",
                "api.example:65536",
                "api.example:",
                "*.example",
                "a', b: 'c",
                "a\nb: c",
                "${env:HOME}",
                "#",
                "{{source-entry}}"
            })
    void refusesHosts(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.host(host))
                .withMessageContaining("is no host name: letters, digits, hyphens and dots, without https://");
    }

    @Test
    void printsNothingThatMovesTheCursor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.host("api\u001b[2J\n"))
                .withMessageStartingWith("'api?[2J?' is no host name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2001:db8::20]", "[2001:db8::20]:8443", "lb-1.ca-central-1.elb.example"})
    void takesEntries(String entry) {
        assertThat(InitRules.entry(entry)).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::20", "[x]", "lb_1.example", "lb.example:99999"})
    void refusesEntries(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.entry(entry))
                .withMessageContaining("is no host name or address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://gate@db.example/shop",
                "postgresql://db.example/shop",
                "postgres://kim%40shop.example@db.example:5432/shop?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "postgresql://gate@[2001:db8::20]:5432/shop"
            })
    void takesDatabases(String address) {
        assertThat(InitRules.database(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example",
                "jdbc:postgresql://db.example/shop",
                "postgresql://db.example",
                "postgresql://gate@db.example:70000/shop",
                "postgresql://gate@db.example/shop?a='b'",
                "postgresql://gate@db.example/${env:X}",
                "mysql://gate@db.example/shop"
            })
    void refusesDatabases(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.database(address))
                .withMessageContaining("has not the form postgresql://user@host:port/database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://gate:s3cret@db.example/shop", "postgresql://gate:s3c@ret@db.example/sh op"})
    void refusesPasswordsAndDoesNotRepeatThem(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.database(address))
                .withMessageContaining("without a password")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../etc", "Shop", "a b", "-shop", "con.yaml", "a/b"})
    void refusesNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitRules.name(name))
                .withMessageContaining("is no name of small letters, digits and hyphens");
    }
}
