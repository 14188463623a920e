package io.cutovergate.integrity.schema;

import java.util.List;
import java.util.Map;

/**
 * What the comparison of two schemas found.
 *
 * @param compared objects of each kind, of both sides together
 * @param harmless what differs and changes no meaning
 */
public record SchemaResult(
        Map<Kind, Integer> compared, List<SchemaDifference> differences, List<SchemaDifference> harmless) {}
