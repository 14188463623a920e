package io.cutovergate.integrity.anonymised;

import io.cutovergate.harness.config.DatabaseRules.NotPersonal;
import io.cutovergate.integrity.anonymised.Column.Kind;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** All columns of a side, whatever schemas are compared: what leaked does not stand where one expects it. */
public record Columns(List<Column> all) {

    private static final String COLUMNS = Resource.sql(Columns.class, "columns");

    /** Names that personal data commonly has, as whole words of a column's name. */
    private static final Pattern PERSONAL =
            Pattern.compile("(^|_)(e?mail|phone|telephone|mobile|fax|iban|bic|account_?number"
                    + "|card_?number|birth|birthday|birth_?date|born|dob|address|street|post_?code|postal_?code|zip|zip_?code|ssn|sin"
                    + "|nino|passport|licen[cs]e_?number|tax_?id|national_?id|full_?name|first_?name|last_?name|given_?name"
                    + "|family_?name|surname|maiden_?name|gender|salary|ip|ip_?address)(_|$)");

    static Columns read(Reading reading) {
        return new Columns(reading.rows("columns", COLUMNS, Columns::column));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                new TableName(row.getString("schema"), row.getString("name")),
                row.getString("column_name"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Arrays.asList((String[]) row.getArray("key").getArray()));
    }

    /** Those that are declared as masked. */
    List<Column> masked(Map<String, List<String>> declared) {
        return all.stream().filter(column -> isMasked(column, declared)).toList();
    }

    /** Declarations of masked columns that mean none of these. */
    List<String> unknown(Map<String, List<String>> declared) {
        return declared.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(name -> all.stream().noneMatch(column -> column.isCalled(entry.getKey(), name)))
                        .map(name -> entry.getKey() + "." + name))
                .toList();
    }

    /** Those in which words can stand, without those that are declared as harmless. */
    public List<Column> searched(List<NotPersonal> harmless) {
        return all.stream()
                .filter(Column::holdsText)
                .filter(column -> harmless.stream().noneMatch(one -> covers(one, column)))
                .toList();
    }

    /** Tables whose rows stand in another server. */
    public List<TableName> elsewhere() {
        return all.stream()
                .filter(column -> column.kind() == Kind.ELSEWHERE)
                .map(Column::table)
                .distinct()
                .toList();
    }

    /** Those that sound personal, and that nobody has declared as masked or as harmless. */
    public List<Column> suspicious(Map<String, List<String>> masked, List<NotPersonal> harmless) {
        return all.stream()
                .filter(column -> PERSONAL.matcher(words(column.name())).find())
                .filter(column -> !isMasked(column, masked))
                .filter(column -> harmless.stream().noneMatch(one -> covers(one, column)))
                .toList();
    }

    /** {@code eMailAddress} as {@code e_mail_address}. */
    private static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isMasked(Column column, Map<String, List<String>> declared) {
        return declared.entrySet().stream()
                .anyMatch(entry -> column.table().isCalled(entry.getKey())
                        && entry.getValue().contains(column.name()));
    }

    private static boolean covers(NotPersonal harmless, Column column) {
        return column.table().isCalled(harmless.table())
                && (harmless.columns().isEmpty() || harmless.columns().contains(column.name()));
    }
}
