package io.cutovergate.e2e;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A browser and its driver, with a home of their own. Both end, and the home disappears, when this is closed or when
 * this program ends in whatever way (see {@code leash.sh}).
 */
final class BrowserProcess implements AutoCloseable {

    /** Selenium warns that it does not know the newest browser's DevTools version; they are not used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private static final Duration START = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private BrowserProcess(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; {@link Unexamined} says why that was not possible. */
    static BrowserProcess start(Chromium chromium, HostRules names, List<Path> authorities) {
        Path folder = folder();
        try {
            Path home = Files.createDirectory(folder.resolve("home"));
            new NssDatabase(home).add(authorities);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(leash(folder).toFile())
                    .withEnvironment(Map.of(
                            "GATE_DRIVER", chromium.driver().toString(),
                            "GATE_FOLDER", folder.toString(),
                            "HOME", home.toString()))
                    .withTimeout(START)
                    .build();
            return new BrowserProcess(new ChromeDriver(service, options(chromium, names, folder.resolve("profile"))));
        } catch (IOException | WebDriverException e) {
            remove(folder);
            throw new Unexamined("the browser did not start: " + firstLine(e), e);
        } catch (Unexamined e) {
            remove(folder);
            throw e;
        }
    }

    /** A tab without cookies, cache or storage of any other. */
    Tab newTab() {
        return new Tab(driver);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static ChromeOptions options(Chromium chromium, HostRules names, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.setPageLoadStrategy(PageLoadStrategy.EAGER);
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-proxy-server",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-pipe",
                "--window-size=1280,900",
                "--host-resolver-rules=" + names.text(),
                "--user-data-dir=" + profile);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium refuses to start its sandbox as root.
            options.addArguments("--no-sandbox");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setCapability("webSocketUrl", true);
        return options;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gate-browser-");
        } catch (IOException e) {
            throw new Unexamined("no folder for the browser can be made: " + e.getMessage(), e);
        }
    }

    /** Removes what the leash, if it ever ran, has not removed yet. */
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // The leash removes it too, and may be faster.
        }
    }

    private static Path leash(Path folder) throws IOException {
        try (InputStream script = Objects.requireNonNull(BrowserProcess.class.getResourceAsStream("leash.sh"))) {
            Path file = Files.createFile(
                    folder.resolve("leash.sh"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return Files.write(file, script.readAllBytes(), StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private static String firstLine(Exception e) {
        String message = e instanceof WebDriverException driver ? driver.getRawMessage() : e.getMessage();
        return message == null ? e.toString() : message.lines().findFirst().orElse("");
    }
}
