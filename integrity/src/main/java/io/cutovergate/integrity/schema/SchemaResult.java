package io.cutovergate.integrity.schema;

import io.cutovergate.integrity.sql.Both;
import java.util.List;
import java.util.Map;

/**
 * What the comparison of two schemas found.
 *
 * @param sides what was compared
 * @param compared objects of each kind, of both sides together
 * @param harmless what differs and changes no meaning
 */
public record SchemaResult(
        Both<Schema> sides,
        Map<Kind, Integer> compared,
        List<SchemaDifference> differences,
        List<SchemaDifference> harmless) {}
