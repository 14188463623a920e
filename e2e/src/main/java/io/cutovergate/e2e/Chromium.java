package io.cutovergate.e2e;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.service.DriverFinder;

/** The browser and its driver as this machine has them. */
record Chromium(Path browser, Path driver) {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    /**
     * The pair on the {@code PATH}; where a machine is no Linux and has none there, what Selenium Manager finds.
     * {@link Unexamined} says what to install.
     *
     * @param path the folders to look in, as {@code PATH} writes them
     */
    static Chromium find(String path) {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> onPath(path, name)).findFirst();
        Optional<Path> driver = onPath(path, "chromedriver").findFirst();
        if (browser.isPresent() && driver.isPresent()) {
            return new Chromium(browser.get(), driver.get());
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            throw new Unexamined("there is no " + (browser.isPresent() ? "chromedriver" : "Chromium") + " on the PATH;"
                    + " install it with scripts/install-browser as root"
                    + " (apt-get install chromium chromium-driver libnss3-tools)");
        }
        return bySeleniumManager();
    }

    private static Chromium bySeleniumManager() {
        try (ChromeDriverService service = ChromeDriverService.createDefaultService()) {
            DriverFinder finder = new DriverFinder(service, new ChromeOptions());
            return new Chromium(Path.of(finder.getBrowserPath()), Path.of(finder.getDriverPath()));
        } catch (WebDriverException e) {
            throw new Unexamined("no Chrome or Chromium was found (" + e.getRawMessage() + "); install it", e);
        }
    }

    private static Stream<Path> onPath(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
