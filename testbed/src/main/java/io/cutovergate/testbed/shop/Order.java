package io.cutovergate.testbed.shop;

import java.math.BigDecimal;

/** An order as its customer sees it; {@code placedAt} in ISO 8601, UTC. */
record Order(long id, String status, BigDecimal total, String currency, int lines, String placedAt) {}
