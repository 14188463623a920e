package io.cutovergate.e2e;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.PageAt;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What one load of a page showed.
 *
 * @param status of the page's own answer; 0 where the browser did not tell
 * @param landmarks each selector, and whether something that fits it was visible in time
 * @param errors of scripts and console
 * @param requests how many were made
 */
record PageLoad(
        int status,
        Map<String, Boolean> landmarks,
        List<String> errors,
        int requests,
        List<Traffic.Exchange> failed,
        List<Traffic.Exchange> unanswered,
        Sight sight) {

    /** Time for what a page still loads after its landmarks are there. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    /** Loads the page; {@link Unexamined} where nobody answers. */
    static PageLoad in(Tab tab, PageAt page, String where) {
        tab.open(page.host().origin() + page.page().path(), where, page.page().within());
        Map<String, Boolean> landmarks = look(tab.driver(), page);
        tab.settle(SETTLE);
        Traffic traffic = tab.traffic();
        return new PageLoad(
                traffic.pageStatus(),
                landmarks,
                tab.errors(),
                traffic.size(),
                traffic.failed(),
                traffic.unanswered(),
                tab.sight());
    }

    private static Map<String, Boolean> look(ChromeDriver driver, PageAt page) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        page.page().landmarks().forEach(selector -> seen.put(selector, false));
        try {
            new WebDriverWait(driver, page.page().within())
                    .pollingEvery(Duration.ofMillis(100))
                    .ignoring(StaleElementReferenceException.class)
                    .until(any -> {
                        seen.replaceAll((selector, visible) -> visible || isVisible(driver, selector));
                        return seen.values().stream().allMatch(visible -> visible);
                    });
        } catch (TimeoutException e) {
            // What was seen until now is the result.
        } catch (InvalidSelectorException e) {
            throw new Unexamined(
                    "a landmark of " + page.id() + " is no CSS selector (services." + page.service() + ".pages): "
                            + e.getRawMessage(),
                    e);
        }
        return seen;
    }

    private static boolean isVisible(ChromeDriver driver, String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }
}
