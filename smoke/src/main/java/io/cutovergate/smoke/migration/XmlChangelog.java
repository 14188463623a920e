package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One changelog in XML.
 *
 * @param changes its own change sets that run on PostgreSQL
 * @param includes the files and directories that it includes, as it writes them
 */
record XmlChangelog(List<Change> changes, List<String> includes) {

    static XmlChangelog read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            return read(factory.createXMLStreamReader(in), String.valueOf(file.getFileName()));
        } catch (XMLStreamException e) {
            throw new Unexamined(file + " is no XML: " + e.getMessage(), e);
        }
    }

    private static XmlChangelog read(XMLStreamReader reader, String name) throws XMLStreamException {
        List<Change> changes = new ArrayList<>();
        List<String> includes = new ArrayList<>();
        String path = name;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "databaseChangeLog" -> path = attribute(reader, "logicalFilePath", name);
                    case "include" -> includes.add(attribute(reader, "file", ""));
                    case "includeAll" -> includes.add(attribute(reader, "path", ""));
                    case "changeSet" -> {
                        if (Changelogs.isOurs(reader.getAttributeValue(null, "dbms"))) {
                            changes.add(Liquibase.changeSet(
                                    attribute(reader, "id", ""),
                                    attribute(reader, "author", ""),
                                    attribute(reader, "logicalFilePath", path)));
                        }
                    }
                    default -> {
                        // What a change set does is not asked here.
                    }
                }
            }
        }
        return new XmlChangelog(List.copyOf(changes), List.copyOf(includes));
    }

    private static String attribute(XMLStreamReader reader, String name, String otherwise) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }
}
