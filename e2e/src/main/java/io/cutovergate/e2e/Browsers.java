package io.cutovergate.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriverException;

/** Browsers of one vantage: as many as are used at once, each used by one check at a time, all closed together. */
final class Browsers implements AutoCloseable {

    private final Supplier<BrowserProcess> starter;
    private final Queue<BrowserProcess> idle = new ConcurrentLinkedQueue<>();
    private final Queue<BrowserProcess> all = new ConcurrentLinkedQueue<>();

    Browsers(Supplier<BrowserProcess> starter) {
        this.starter = starter;
    }

    /** Uses a fresh tab. A browser that failed, or whose user was given up, is not used again. */
    <T> T use(Function<Tab, T> user) {
        BrowserProcess browser = idle.poll();
        if (browser == null) {
            browser = starter.get();
            all.add(browser);
        }
        T result;
        try (Tab tab = browser.newTab()) {
            result = user.apply(tab);
        }
        idle.add(browser);
        return result;
    }

    /** Ends all of them; a {@link WebDriverException} tells of those that would not. */
    @Override
    public void close() {
        List<WebDriverException> failures = new ArrayList<>();
        for (BrowserProcess browser : all) {
            try {
                browser.close();
            } catch (WebDriverException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
    }
}
