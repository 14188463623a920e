/**
 * A small real application: catalogue, accounts, orders, jobs and mail over PostgreSQL. It knows neither tests nor faults.
 *
 * <p>Mains: {@code Migrate}, {@code Subset}, {@code Backend}, {@code Worker}. Settings come from the environment, see {@code Env}.
 */
@NullMarked
package io.cutovergate.testbed.shop;

import org.jspecify.annotations.NullMarked;
