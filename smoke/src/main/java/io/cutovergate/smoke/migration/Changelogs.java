package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Change sets in the changelogs of a directory, in XML and in formatted SQL; those of other databases are left out. */
final class Changelogs {

    private static final Pattern SQL = Pattern.compile(
            "^\\s*--\\s*changeset\\s+\"?([^\":]+)\"?:\"?([^\\s\"]+)\"?(?<more>.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern DBMS = Pattern.compile("\\bdbms:\"?([\\w,!]+)", Pattern.CASE_INSENSITIVE);

    private Changelogs() {}

    static List<Change> in(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Change> changes = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                changes.addAll(read(file));
            }
            return changes;
        } catch (IOException e) {
            throw new Unexamined(directory + " cannot be read (databases.*.migrations.directory): " + e, e);
        }
    }

    private static List<Change> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".xml")) {
            return xml(file, name);
        }
        if (name.endsWith(".sql")) {
            return sql(Files.readString(file), name);
        }
        if (name.matches(".*\\.(ya?ml|json)") && Files.readString(file).contains("databaseChangeLog")) {
            throw new Unexamined(file + " is a changelog in a form that is not read yet; XML and formatted SQL are");
        }
        return List.of();
    }

    private static List<Change> sql(String text, String name) {
        List<Change> changes = new ArrayList<>();
        Matcher matcher = SQL.matcher(text);
        while (matcher.find()) {
            Matcher dbms = DBMS.matcher(matcher.group("more"));
            if (isOurs(dbms.find() ? dbms.group(1) : null)) {
                changes.add(Liquibase.changeSet(matcher.group(2), matcher.group(1), name));
            }
        }
        return changes;
    }

    private static List<Change> xml(Path file, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            List<Change> changes = new ArrayList<>();
            String path = name;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("databaseChangeLog")) {
                    path = attribute(reader, "logicalFilePath", name);
                } else if (reader.getLocalName().equals("changeSet")
                        && isOurs(reader.getAttributeValue(null, "dbms"))) {
                    changes.add(Liquibase.changeSet(
                            attribute(reader, "id", ""),
                            attribute(reader, "author", ""),
                            attribute(reader, "logicalFilePath", path)));
                }
            }
            return changes;
        } catch (XMLStreamException e) {
            throw new Unexamined(file + " is no XML: " + e.getMessage(), e);
        }
    }

    private static String attribute(XMLStreamReader reader, String name, String otherwise) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    /** Whether change sets of that {@code dbms} run on PostgreSQL (Liquibase documentation, "dbms"). */
    private static boolean isOurs(@Nullable String dbms) {
        if (dbms == null || dbms.isBlank()) {
            return true;
        }
        List<String> names = Arrays.stream(dbms.split(",")).map(String::strip).toList();
        boolean excludesOnly = names.stream().allMatch(name -> name.startsWith("!"));
        return excludesOnly ? !names.contains("!postgresql") : names.contains("postgresql") || names.contains("all");
    }
}
