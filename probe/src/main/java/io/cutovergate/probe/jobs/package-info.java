/** Queues of background jobs, as their tables or keys show them: what waits, what is held, and each piece by its identity. */
@NullMarked
package io.cutovergate.probe.jobs;

import org.jspecify.annotations.NullMarked;
