package io.cutovergate.integrity.changes;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.Map;

/**
 * A change of a row, or of whole tables.
 *
 * @param tables one, or all that were truncated together
 * @param rows the cells that are known of the row, before and after; none of tables that were truncated. A cell that is
 *     NULL or was not logged is left out
 */
public record Change(List<TableName> tables, List<Map<String, String>> rows) {}
