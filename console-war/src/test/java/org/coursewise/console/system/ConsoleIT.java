package org.coursewise.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.FakeAuthApi;
import org.coursewise.console.system.Browser.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged server, walked through without scripts, in front of a fake of the API. */
@TestMethodOrder(OrderAnnotation.class)
class ConsoleIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final FakeAuthApi API = new FakeAuthApi();

    @TempDir
    static Path folder;

    private static RunningConsole console;

    private final Browser english = new Browser(CLIENT, "fr, en;q=0.8");
    private final Browser german = new Browser(CLIENT, "de-AT,de;q=0.9,en;q=0.5");

    @BeforeAll
    static void start() {
        console = RunningConsole.start(
                        folder, Map.of("COURSEWISE_API_URL", API.uri().toString()))
                .awaitReady(CLIENT);
    }

    @AfterAll
    static void stop() {
        console.close();
        API.close();
    }

    @BeforeEach
    void forget() {
        API.received().clear();
    }

    @Test
    void aLinkIsConfirmedByItsButtonAndNotByOpeningIt() throws Exception {
        var page = english.open(console.uri("/verify?token=" + FakeAuthApi.GOOD));
        assertThat(page.heading()).isEqualTo("Confirm your e-mail address");
        assertThat(API.received()).isEmpty();

        var confirmed = english.press(page, Map.of());
        assertThat(confirmed.html().text()).contains("Your address is confirmed, you can log in now.");
        assertThat(confirmed.html().forms()).isEmpty();
        assertThat(API.received()).hasSize(1);
        assertThat(API.received().get(0).path("token").asString()).isEqualTo(FakeAuthApi.GOOD);
    }

    @Test
    void theConfirmingFormGoesOutByItselfOnlyTheFirstTime() throws Exception {
        var page = english.open(console.uri("/verify?token=throttled"));
        assertThat(page.html().select("form[data-automatic=true]")).hasSize(1);
        var failed = english.press(page, Map.of());
        assertThat(failed.html().text()).contains("cannot be reached at the moment");
        assertThat(failed.html().select("form[data-automatic=true]")).isEmpty();
        assertThat(failed.html().select("[type=submit]").val()).isEqualTo("Try again");
        english.press(failed, Map.of());
        assertThat(API.received()).hasSize(2);
    }

    @Test
    void aSpentLinkSaysWhatToDo() throws Exception {
        var page = german.press(german.open(console.uri("/verify?token=" + FakeAuthApi.SPENT)), Map.of());
        assertThat(page.html().text()).contains("fordern Sie", "einen neuen Link an");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify", "/verify?token=", "/reset", "/reset?token=%20"})
    void aLinkWithoutItsTokenIsSaidToBe(String path) throws Exception {
        var page = english.open(console.uri(path));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("This link does not work");
        assertThat(page.html().forms()).isEmpty();
    }

    @Test
    void aNewPasswordIsSetAsTyped() throws Exception {
        var password = " Grüße & 100 % €😀+= ";
        var page = reset(english, FakeAuthApi.GOOD, password, password);
        assertThat(page.html().text()).contains("All sessions were ended");
        assertThat(API.received()).hasSize(1);
        assertThat(API.received().get(0).path("newPassword").asString()).isEqualTo(password);
    }

    @Test
    void whatTheApiSaysOfAPasswordStandsAtItsField() throws Exception {
        var page = reset(german, FakeAuthApi.GOOD, FakeAuthApi.COMMON_PASSWORD, FakeAuthApi.COMMON_PASSWORD);
        var field = page.html().expectFirst("#newPassword");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.attr("aria-describedby")).contains("newPassword-error");
        assertThat(field.val()).isEmpty();
        assertThat(page.html().select("#newPassword-error [lang=en]").text())
                .isEqualTo("is among the most common ones");

        var next = german.press(page, Map.of("newPassword", "richtig Pferd", "repeated", "richtig Pferd"));
        assertThat(next.heading()).isEqualTo("Ihr neues Passwort ist gesetzt");
    }

    @Test
    void twoDifferentPasswordsAreNeverSent() throws Exception {
        var page = reset(english, FakeAuthApi.GOOD, "correct horse", "correct house");
        assertThat(page.html().select("[role=alert]").text()).contains("not the same");
        assertThat(API.received()).isEmpty();
    }

    @Test
    void aSpentResetLinkSaysWhatToDo() throws Exception {
        var page = reset(english, FakeAuthApi.SPENT, "correct horse", "correct horse");
        assertThat(page.html().text()).contains("Ask for a new link");
        assertThat(page.html().forms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/verify?token=a", "/reset?token=a", "/nothing", "/assets/forms.js"})
    void everyAnswerTellsTheBrowserToTrustNobodyElse(String path) throws Exception {
        var page = english.open(console.uri(path));
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.response().headers().map().keySet())
                .doesNotContain("set-cookie", "Set-Cookie", "Server", "X-Powered-By", "$WSEP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"colours.css", "console.css", "admin.css", "forms.js", "admin.js", "plots.js", "icon.svg"})
    void whatPagesAreMadeWithIsThere(String file) throws Exception {
        for (var time = 0; time < 2; time++) {
            var answer = english.open(console.uri("/assets/" + file));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).doesNotContain("html");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/verify?token=a", "/reset?token=a", "/nothing"})
    void aPageIsOneForEverybody(String path) throws Exception {
        for (var page : List.of(english.open(console.uri(path)), german.open(console.uri(path)))) {
            var html = page.html();
            assertThat(html.expectFirst("html").attr("lang"))
                    .isIn("en", "de")
                    .isEqualTo(page.header("Content-Language"));
            assertThat(html.title()).isEqualTo(page.heading() + " · Coursewise");
            assertThat(html.select("main")).hasSize(1);
            assertThat(html.select("input:not([type=hidden]):not([type=submit])"))
                    .allMatch(field ->
                            !html.select("label[for=" + field.id() + "]").isEmpty());
            assertThat(html.select("[src], link[href]"))
                    .extracting(ConsoleIT::target)
                    .isNotEmpty()
                    .allMatch(target -> target.startsWith("/assets/"));
            assertThat(html.select("script:not([src]), style, [style]")).isEmpty();
            assertThat(html.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/error", "/WEB-INF/web.xml", "/WEB-INF/layout/page.xhtml", "/verify/x", "/assets/"})
    void whatIsNotThereGetsAPageOfOurs(String path) throws Exception {
        var page = german.open(console.uri(path));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("Diese Seite gibt es nicht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherVerbsAreRefused(String verb) throws Exception {
        var page = english.send(verb, console.uri("/verify?token=" + FakeAuthApi.GOOD), "");
        assertThat(page.status()).isEqualTo(405);
        assertThat(page.header("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(page.heading()).isEqualTo("This request cannot be answered");
    }

    @Test
    void aLinkThatLooksLikeASentFormIsRefused() throws Exception {
        var page = english.open(console.uri("/verify?token=" + FakeAuthApi.GOOD
                + "&verification_SUBMIT=1&confirm=x&jakarta.faces.ViewState=stateless"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(API.received()).isEmpty();
    }

    @Test
    void aViewStateThatIsNotOursIsNotUnpacked() throws Exception {
        var page = english.send(
                "POST",
                console.uri("/verify"),
                "token=" + FakeAuthApi.GOOD + "&verification_SUBMIT=1&confirm=x&jakarta.faces.ViewState=rO0ABXNy");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This request cannot be answered");
        assertThat(API.received()).isEmpty();
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() throws Exception {
        var page = english.send("POST", console.uri("/reset"), "token=%zz");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This request cannot be answered");
    }

    @Test
    void aFormOfTheSizeOfABookIsRefused() throws Exception {
        var page = english.send("POST", console.uri("/reset"), "token=" + "a".repeat(100_000));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.heading()).isEqualTo("This request cannot be answered");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noLogHoldsATokenAPasswordOrAWarningOfTheConfiguration() throws Exception {
        assertThat(console.logs())
                .contains("CWWKF0011I")
                .doesNotContain(FakeAuthApi.GOOD, FakeAuthApi.SPENT, FakeAuthApi.COMMON_PASSWORD, "correct horse")
                .doesNotContainPattern("CWWKG\\d+[WE]|\\tat [a-z]|FFDC");
    }

    @Test
    void aMissingSettingStopsTheStartByItsName(@TempDir Path other) throws Exception {
        try (var stopped = RunningConsole.start(other, Map.of())) {
            assertThat(stopped.awaitExit()).isEqualTo(78);
            assertThat(stopped.logs()).contains("coursewise.api-url is not set");
        }
    }

    private static Page reset(Browser browser, String token, String password, String repeated)
            throws IOException, InterruptedException {
        var page = browser.open(console.uri("/reset?token=" + token));
        return browser.press(page, Map.of("newPassword", password, "repeated", repeated));
    }

    private static String target(Element element) {
        return element.hasAttr("src") ? element.attr("src") : element.attr("href");
    }
}
