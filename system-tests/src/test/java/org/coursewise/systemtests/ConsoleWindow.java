package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Assumptions;

/**
 * The console in a real browser: a Chromium of this machine, {@code -Dbrowser=} or the first on the path. Where there is
 * none the test is skipped and says so. What the browser complains about on the way fails the test at its end.
 */
final class ConsoleWindow implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String AXE = axe();
    private static final int PATIENCE_MILLIS = 15_000;

    private final String host;
    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private ConsoleWindow(String host, Path browser, Looks looks) {
        this.host = host;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.context = launch(browser)
                .newContext(new Browser.NewContextOptions()
                        .setLocale(looks.locale())
                        .setColorScheme(looks.isDark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setViewportSize(looks.width(), 900));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** How the window is. */
    record Looks(String locale, int width, boolean isDark) {

        static final Looks DESK = new Looks("en-GB", 1440, false);

        Looks inGerman() {
            return new Looks("de-DE", width, isDark);
        }
    }

    static ConsoleWindow open(LocalStack stack) {
        return open(stack, Looks.DESK);
    }

    static ConsoleWindow open(LocalStack stack, Looks looks) {
        var browser = browser();
        Assumptions.assumeTrue(
                browser.isPresent(), "SKIPPED: no Chromium on the path; install one or name it by -Dbrowser=");
        return new ConsoleWindow(stack.addresses().console().toString(), browser.get(), looks);
    }

    private static Optional<Path> browser() {
        return Optional.ofNullable(System.getProperty("browser")).map(Path::of).or(() -> Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst());
    }

    private Browser launch(Path browser) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(browser)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens a page of the console. */
    Page go(String address) {
        page.navigate(host + address);
        return page;
    }

    /** As the first administrator, on the page that comes after. */
    ConsoleWindow asAdmin(LocalStack stack) {
        return logIn(stack.adminEmail(), stack.adminPassword());
    }

    ConsoleWindow logIn(String email, String password) {
        go("/login");
        page.fill("#email", email);
        page.fill("#password", password);
        page.click("#enter");
        page.waitForURL(address -> !address.contains("/login"));
        return this;
    }

    /** Wherever links lead from the overview on: each page's path with the first address that leads to it. */
    Map<String, String> everyPage() {
        var found = new LinkedHashMap<String, String>();
        var open = new ArrayDeque<>(List.of("/overview"));
        while (!open.isEmpty()) {
            var address = open.remove();
            if (found.putIfAbsent(address.replaceAll("[?#].*", ""), address) == null) {
                go(address);
                assertThat(page.title()).as(address).doesNotContain("There is no such page");
                for (var link : page.locator("a[href^='/']:not([download])").all()) {
                    open.add(link.getAttribute("href"));
                }
            }
        }
        return found;
    }

    /** What stands in the page's main part. */
    String text() {
        return page.innerText("main");
    }

    void press(String name) {
        page.click("css=main >> role=button[name=\"" + name + "\"]");
    }

    /** Opens what asks before it acts, and presses the button in it. */
    void confirm(String summary, String button) {
        page.click("summary:has-text(\"" + summary + "\")");
        page.click("details[open] input[value=\"" + button + "\"], details[open] button:has-text(\"" + button + "\")");
    }

    /** Fails where a screen reader or a keyboard would be lost, or where something is wider than the window. */
    ConsoleWindow isUsable() {
        assertThat(findings(GRAVE::contains)).as("axe on " + page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that are wider than the window on " + page.url())
                .isEqualTo(0);
        assertThat(page.innerText("body")).as("texts of " + page.url()).doesNotContain("???");
        return this;
    }

    /** What axe finds on the page and does not call grave. */
    List<String> lightFindings() {
        return findings(impact -> !GRAVE.contains(impact));
    }

    /** Of the page itself: a frame in it is a mail, in which no script may run. */
    private List<String> findings(Predicate<String> impact) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        return Api.JSON
                .readTree((String)
                        page.evaluate("axe.run({iframes: false}).then(found => JSON.stringify(found.violations))"))
                .valueStream()
                .filter(rule -> impact.test(rule.path("impact").asString()))
                .map(rule -> page.url().replaceAll("[?].*", "") + " "
                        + rule.path("id").asString() + ": "
                        + rule.path("help").asString() + " "
                        + rule.path("nodes")
                                .valueStream()
                                .map(node -> node.path("html").asString())
                                .toList())
                .toList();
    }

    private static String axe() {
        try (var source = ConsoleWindow.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source, "axe.min.js").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a test that provokes some. */
    void forgetComplaints() {
        complaints.clear();
    }

    @Override
    public void close() {
        playwright.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
