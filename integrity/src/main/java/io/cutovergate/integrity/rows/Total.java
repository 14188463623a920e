package io.cutovergate.integrity.rows;

/**
 * Of a table or a segment of it.
 *
 * @param sum of the hashes of the rows
 */
record Total(long rows, String sum) {}
