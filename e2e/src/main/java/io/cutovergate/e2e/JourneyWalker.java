package io.cutovergate.e2e;

import io.cutovergate.harness.config.Journey;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.JourneyAt;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Units;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Does in a tab what a user does on a journey, step by step, and waits for each as long as a user would. */
final class JourneyWalker {

    private final Tab tab;
    private final JourneyAt journey;
    private final @Nullable SyntheticAccount account;
    private final String where;

    JourneyWalker(Tab tab, JourneyAt journey, @Nullable SyntheticAccount account, String where) {
        this.tab = tab;
        this.journey = journey;
        this.account = account;
        this.where = where;
    }

    /** Walks until a step fails; {@link Unexamined} where a page on the way cannot be reached at all. */
    JourneyWalk walk() {
        tab.open(
                journey.host().origin() + journey.journey().path(),
                where,
                journey.journey().within());
        List<Journey.Step> steps = journey.journey().steps();
        for (int i = 0; i < steps.size(); i++) {
            Journey.Step step = steps.get(i);
            try {
                new WebDriverWait(tab.driver(), journey.journey().within())
                        .ignoring(StaleElementReferenceException.class, InvalidElementStateException.class)
                        .until(any -> tryOnce(step));
            } catch (TimeoutException e) {
                return failed(i, step);
            } catch (InvalidSelectorException e) {
                throw new Unexamined(
                        "step " + (i + 1) + " of " + journey.id() + " has no CSS selector in '" + print(step) + "' ("
                                + key() + ")",
                        e);
            }
        }
        return new JourneyWalk(steps.size(), "", tab.sight());
    }

    private JourneyWalk failed(int index, Journey.Step step) {
        String message = "step " + (index + 1) + " of "
                + journey.journey().steps().size() + " (" + print(step) + ") did not succeed within "
                + Units.print(journey.journey().within());
        tab.traffic().lostPage().ifPresent(lost -> {
            throw new Unexamined(message + ": " + lost);
        });
        Sight sight = tab.sight();
        return new JourneyWalk(index, message + "; the page showed " + sight, sight);
    }

    private boolean tryOnce(Journey.Step step) {
        if (step.click() != null) {
            return visible(step.click(), element -> {
                element.click();
                return true;
            });
        }
        if (step.enter() != null) {
            Journey.Enter enter = step.enter();
            return visible(enter.into(), field -> {
                field.clear();
                field.sendKeys(text(enter));
                return true;
            });
        }
        if (step.see() != null) {
            return visible(step.see(), element -> true);
        }
        return step.gone() != null && !visible(step.gone(), element -> true);
    }

    /** Whether something that fits is visible and can be used so. */
    private boolean visible(String selector, Predicate<WebElement> use) {
        return tab.driver().findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .filter(use)
                .isPresent();
    }

    private String text(Journey.Enter enter) {
        if (enter.text() != null) {
            return enter.text();
        }
        if (account == null) {
            throw new Unexamined(
                    journey.id() + " enters a credential, but names no account (journeys." + journey.name() + ".as)");
        }
        boolean isName = enter.credential() == Journey.Credential.USERNAME;
        String name = account.username();
        Secret password = account.password();
        String value = isName ? name : password == null ? null : password.reveal();
        if (value == null) {
            throw new Unexamined(journey.id() + " enters a " + (isName ? "username" : "password") + ", which "
                    + account.who() + " does not have (auth.accounts."
                    + journey.journey().as() + ")");
        }
        return value;
    }

    private static String print(Journey.Step step) {
        if (step.enter() != null) {
            return "enter into " + step.enter().into();
        }
        if (step.click() != null) {
            return "click " + step.click();
        }
        return step.see() != null ? "see " + step.see() : "gone " + step.gone();
    }

    private String key() {
        return "journeys." + journey.name() + ".steps";
    }
}
