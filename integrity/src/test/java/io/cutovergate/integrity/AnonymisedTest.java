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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims of data-anonymised, judged on subsets that are masked well and on such as are not. */
@ExtendWith(ServersExtension.class)
class AnonymisedTest {

    private static final String[] SHOP = {
        "create table users (id int primary key, email text, phone text, name text)",
        "create table notes (id int primary key, body text, document json, tags text[])",
        "create table prose (line text)",
        "insert into users select i, 'Jo.' || i || '@mail.shop.com', '+1 (514) 300-' || 1000 + i, 'Zoë ' || chr(64 + i) || 'anders'"
                + " from generate_series(1, 20) i",
        "insert into notes values (1, 'Made for the long way', '{\"a\": {\"b\": [\"tent\"]}}', '{tent}')"
    };
    private static final String MASKING =
            "update users set email = 'user' || id || '@masked.invalid', phone = '+00 ' || id, name = 'Customer ' || id";
    private static final String MASKED = "{ masked: { public.users: [email, phone, name] } }";
    private static final String SUBSET = "{ expect: subset }";

    @TempDir
    private Path folder;

    private ObligationResult judge(Class<?> checks, Databases databases, String integrity, String rules)
            throws IOException {
        return Gated.run(checks, folder, databases.sourceUrl(), databases.targetUrl(), integrity, rules)
                .only();
    }

    private Databases masked(Servers servers, String... broken) throws SQLException {
        Databases databases = servers.create(SHOP);
        databases.target(MASKING);
        databases.target(broken);
        return databases;
    }

    @Test
    void aMaskedSubsetIsProven(Servers servers) throws SQLException, IOException {
        Databases databases = masked(servers);

        ObligationResult values = judge(ProtectedValueChecks.class, databases, SUBSET, MASKED);
        ObligationResult patterns = judge(PatternChecks.class, databases, SUBSET, MASKED);

        assertThat(values.status()).as(values.cause()).isEqualTo(Status.PROVEN);
        assertThat(values.recorded().samples())
                .extracting(Sample::sentence)
                .anyMatch(line -> line.startsWith("protected values looked for of main at target is 60;"))
                .contains("protected values that occur of public.users.email of main at target is 0; rule: at most 0"
                        + " (integrity.anonymised.allowed)");
        assertThat(patterns.status()).as(patterns.cause()).isEqualTo(Status.PROVEN);
        assertThat(patterns.recorded().samples())
                .extracting(Sample::sentence)
                .anyMatch(line -> line.contains("texts with real e-mail addresses of main at target is 0")
                        && line.contains("20 seen that are kept for tests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo.7@mail.shop.com",
                " JO.7@MAIL.SHOP.COM ",
                "staging_Jo.7@mail.shop.com",
                "xJo.7@mail.shop.com",
                "Jo.7+staging@mail.shop.com",
                "Jo.7@mail.shop.com.invalid",
                "Jo.7@staging.mail.shop.com",
                "Jo.7=mail.shop.com@test.invalid",
                "staging_Jo.7_mail.shop.com@test.invalid",
                "write to <staging_Jo.7@mail.shop.com>, please"
            })
    void decorationDoesNotHideAnAddress(String address, Servers servers) throws SQLException, IOException {
        Databases databases = masked(servers, "update users set email = '" + address + "' where id = 9");

        ObligationResult result = judge(ProtectedValueChecks.class, databases, SUBSET, MASKED);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .isEqualTo("protected values that occur of public.users.email of main at target is 1; rule: at most 0"
                        + " (integrity.anonymised.allowed); from the source: 1 of public.users.email; for example in"
                        + " id='9'");
        assertThat(result.toString()).doesNotContainIgnoringCase("shop.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update users set phone = '15143001003' where id = 3 | public.users.phone",
                "update users set name = 'zoë canders' where id = 3 | public.users.name",
                "update notes set body = 'call +1 514 300 1003 after six' | public.notes.body",
                "update notes set body = 'ZOË CANDERS' | public.notes.body",
                "update notes set document = '{\"to\": [{\"x\": \"Zoë Canders\"}]}' | public.notes.document",
                "update notes set document = '{\"jo.3@mail.shop.com\": 1}' | public.notes.document",
                "update notes set tags = '{a, jo.3@mail.shop.com}' | public.notes.tags",
                "insert into prose values ('jo.3@mail.shop.com') | public.prose.line"
            })
    void valuesAreFoundInWhateverColumn(String leak, String column, Servers servers) throws SQLException, IOException {
        ObligationResult result = judge(ProtectedValueChecks.class, masked(servers, leak), SUBSET, MASKED);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause()).startsWith("protected values that occur of " + column + " of main at target is 1");
        assertThat(result.toString()).doesNotContainIgnoringCase("canders").doesNotContain("shop.com");
    }

    @Test
    void sharedValuesAreAllowedByColumn(Servers servers) throws SQLException, IOException {
        Databases databases =
                masked(servers, "update users set name = 'Zoë ' || chr(64 + id) || 'anders' where id < 4");
        String allowing = "{ expect: subset, anonymised: { allowed: { public.users.name: %d } } }";

        assertThat(judge(ProtectedValueChecks.class, databases, allowing.formatted(3), MASKED)
                        .status())
                .isEqualTo(Status.PROVEN);
        assertThat(judge(ProtectedValueChecks.class, databases, allowing.formatted(2), MASKED)
                        .cause())
                .contains("is 3; rule: at most 2 (integrity.anonymised.allowed)");
    }

    @Test
    void nothingToLookForAndMistypedColumnsAreUnproven(Servers servers) throws SQLException, IOException {
        Databases databases = masked(servers);
        String longer = "{ expect: subset, anonymised: { min-length: 99 } }";

        assertThat(judge(ProtectedValueChecks.class, databases, longer, MASKED).status())
                .isEqualTo(Status.UNPROVEN);
        assertThat(judge(ProtectedValueChecks.class, databases, SUBSET, "{ masked: { users: [emial] } }")
                        .cause())
                .contains("the source has no users.emial, which databases.*.masked declares");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update notes set body = 'write to jo@shop.com' | real e-mail addresses of public.notes.body",
                "update notes set body = 'call +1 514 300 1003' | real telephone numbers of public.notes.body",
                "update notes set document = '{\"card\": \"4539 1488 0343 6467\"}' | real payment card numbers of public.notes.document",
                "update notes set tags = '{GB94BARC10201530093459}' | real IBANs of public.notes.tags",
                "insert into prose values ('jo@shop.com') | real e-mail addresses of public.prose.line"
            })
    void patternsFindWhatNobodyDeclared(String leak, String found, Servers servers) throws SQLException, IOException {
        ObligationResult result = judge(PatternChecks.class, masked(servers, leak), SUBSET, MASKED);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause()).startsWith("texts with " + found + " of main at target is 1; rule: exactly 0");
        assertThat(result.cause()).containsAnyOf("id='1'", "a table without a primary key");
        // Not all of the result: the digits of its times may be anybody's.
        assertThat(result.cause() + result.recorded()).doesNotContain("shop.com", "6467", "BARC", "1003");
    }

    @Test
    void listedNamesAreFoundAsWholeWords(Servers servers) throws SQLException, IOException {
        Databases databases = masked(servers, "update notes set body = 'Thank you, Ada  Lovelace!'");
        Files.writeString(folder.resolve("names.txt"), "Ada Lovelace\nlong waybill\n");
        String names = "{ expect: subset, anonymised: { names: names.txt } }";

        assertThat(judge(PatternChecks.class, databases, names, MASKED).cause())
                .contains("texts with real listed names of public.notes.body");
        assertThat(judge(PatternChecks.class, masked(servers), names, MASKED).status())
                .isEqualTo(Status.PROVEN);
    }

    @Test
    void harmlessColumnsAreDeclaredAndSuspiciousOnesNamed(Servers servers) throws SQLException, IOException {
        Databases databases = masked(
                servers,
                "create table stores (id int primary key, phone text)",
                "insert into stores values (1, '+1 514 300 9999')");
        String declared = "{ masked: { public.users: [email, phone, name] }, not-personal: [ { table: stores,"
                + " columns: [phone], why: our shops' own, owner: jo } ] }";
        String refused = "{ expect: subset, anonymised: { undeclared: refused } }";

        assertThat(judge(PatternChecks.class, databases, SUBSET, MASKED).cause())
                .contains("public.stores.phone");
        assertThat(judge(PatternChecks.class, databases, refused, declared).status())
                .isEqualTo(Status.PROVEN);
        assertThat(judge(PatternChecks.class, masked(servers), refused, "{ masked: { users: [email] } }")
                        .cause())
                .contains("columns that sound personal and are not declared of main at target is 1; rule: exactly 0"
                        + " (integrity.anonymised.undeclared: refused); public.users.phone");
    }
}
