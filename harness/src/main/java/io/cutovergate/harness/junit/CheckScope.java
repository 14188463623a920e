package io.cutovergate.harness.junit;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import java.util.function.Supplier;

/** Where a check stands while it runs. */
public interface CheckScope {

    Migration migration();

    Vantage vantage();

    Evidence evidence();

    /**
     * Something shared by all checks of the run: a connection pool, a login, a page that was loaded. Made once, by the
     * check that asks first, while others that ask wait; a failure to make it is everybody's. Closed at the end of the run
     * when it is {@link AutoCloseable}.
     *
     * @param key what it is shared by, for example a side
     */
    <T> T shared(Class<T> type, Object key, Supplier<T> maker);
}
