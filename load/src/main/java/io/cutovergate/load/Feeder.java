package io.cutovergate.load;

import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.Scenario;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.load.injector.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows that requests take values from, out of a CSV file (RFC 4180). */
final class Feeder {

    private Feeder() {}

    /** All rows, by column; none where the scenario has no file. {@link Unexamined} where the file cannot serve it. */
    static List<Map<String, String>> rows(String name, Scenario scenario) {
        if (scenario.feeder() == null) {
            return List.of();
        }
        String key = scenario.feeder() + " (scenarios." + name + ".feeder)";
        List<List<String>> lines = read(scenario, key);
        if (lines.size() < 2) {
            throw new Unexamined(key + " has no row below its first line, so requests have nothing to take");
        }
        List<String> columns = lines.get(0);
        for (Request request : scenario.requests()) {
            for (String place : Template.places(request.path())) {
                if (!columns.contains(place)) {
                    throw new Unexamined(key + " has no column " + place + ", which " + request.path() + " takes");
                }
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != columns.size()) {
                throw new Unexamined(key + ": row " + (rows.size() + 1) + " has " + line.size() + " values for "
                        + columns.size() + " columns");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> read(Scenario scenario, String key) {
        try {
            return parse(Files.readString(Objects.requireNonNull(scenario.feeder())));
        } catch (IOException e) {
            throw new Unexamined(key + " cannot be read: " + e, e);
        }
    }

    /** Lines of values; quoted ones may hold commas, line ends and doubled quotes. */
    static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                value.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (quoted || c != '\r') {
                value.append(c);
            }
        }
        if (value.length() > 0 || !line.isEmpty()) {
            line.add(value.toString());
            lines.add(List.copyOf(line));
        }
        return lines.stream().filter(one -> !one.equals(List.of(""))).toList();
    }
}
