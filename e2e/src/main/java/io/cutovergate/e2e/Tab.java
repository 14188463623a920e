package io.cutovergate.e2e;

import io.cutovergate.e2e.Traffic.Exchange;
import io.cutovergate.harness.evidence.Unexamined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.CreateContextParameters;
import org.openqa.selenium.bidi.module.Browser;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A tab in a user context of its own: nothing of an earlier visit is left in it. */
final class Tab implements AutoCloseable {

    /** Chromium's own report of a request that failed; {@link Traffic} tells of those. */
    private static final String FAILED_REQUEST = " - Failed to load resource: ";

    /** A page is quiet when no request was under way and none began for so long. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private final ChromeDriver driver;
    private final String user;
    private final Traffic traffic = new Traffic();
    private final List<String> errors = new ArrayList<>();

    Tab(ChromeDriver driver) {
        this.driver = driver;
        user = new Browser(driver).createUserContext();
        BrowsingContext context =
                new BrowsingContext(driver, new CreateContextParameters(WindowType.TAB).userContext(user));
        driver.switchTo().window(context.getId());
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /**
     * Opens an address.
     *
     * @param where the place behind it, for the message
     * @throws Unexamined where nobody brings the page, with the browser's own word for why ({@code net::ERR_…})
     */
    void open(String address, String where, Duration within) {
        driver.manage().timeouts().pageLoadTimeout(within);
        String failure = "";
        try {
            driver.get(address);
        } catch (TimeoutException e) {
            // A page may show what it must and still load something; what is seen decides.
        } catch (WebDriverException e) {
            failure = String.valueOf(e.getRawMessage()).lines().findFirst().orElse("");
        }
        String lost = traffic().lostPage().map(Exchange::failure).orElse(failure);
        if (!lost.isEmpty()) {
            throw new Unexamined(address + " cannot be opened at " + where + ": the browser says " + lost);
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Waits until nothing is requested any more, but not longer than this. */
    void settle(Duration within) {
        try {
            new WebDriverWait(driver, within).until(any -> traffic().quietFor(QUIET));
        } catch (TimeoutException e) {
            // Pages that poll are never quiet; what is still unanswered is told.
        }
    }

    /** What was requested so far. */
    Traffic traffic() {
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(entry -> traffic.read(entry.getMessage()));
        return traffic;
    }

    /** Errors of scripts and of the console so far; those that only repeat a failed request are left to the traffic. */
    List<String> errors() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()
                    && !entry.getMessage().contains(FAILED_REQUEST)) {
                errors.add(entry.getMessage());
            }
        }
        return List.copyOf(errors);
    }

    /** What a user sees now. */
    Sight sight() {
        return new Sight(driver.getTitle(), driver.getCurrentUrl(), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        new Browser(driver).removeUserContext(user);
    }
}
