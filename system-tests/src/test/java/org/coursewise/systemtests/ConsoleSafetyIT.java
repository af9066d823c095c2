package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coursewise.localstack.LocalStack;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session of the console cannot be used by another page, another person or a script. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleSafetyIT {

    /** An access token is a JWT: two JSON objects in Base64, with a point behind each. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final String console;

    ConsoleSafetyIT(LocalStack stack) {
        this.stack = stack;
        this.console = stack.addresses().console().toString();
    }

    /** Somebody who is signed in, without a browser. */
    private record Session(String cookie, String overview) {

        Element logOut() {
            return Jsoup.parse(overview).expectFirst("#log-out");
        }
    }

    @Test
    void noTokenReachesTheBrowser() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            for (var page : new String[] {"/overview", "/users/list", "/access/clients", "/mail/messages"}) {
                window.go(page);
                assertThat(window.page().content()).as(page).doesNotContainPattern(TOKEN);
            }
            assertThat(window.context().cookies()).hasSize(1).allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite.name()).isEqualTo("LAX");
                assertThat(cookie.value).doesNotContainPattern(TOKEN);
            });
            assertThat(window.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                    .isEqualTo("[{},{}]");
        }
    }

    @Test
    void logInMakesASessionOfItsOwn() throws Exception {
        var stranger =
                send(HttpRequest.newBuilder(URI.create(console + "/login")).GET());
        assertThat(stranger.headers().firstValue("Set-Cookie"))
                .as("who only looks at the log-in")
                .isEmpty();
        var planted = "coursewise=0000planted:by-a-stranger";
        assertThat(logIn(planted).cookie()).isNotEqualTo(planted);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://evil.example", "Origin,null"})
    void aFormOnAnotherSiteDoesNothing(String header, String value) throws Exception {
        var session = logIn("");
        var answer = press(session.logOut(), session.cookie(), Map.of(header, value));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(isSignedIn(session)).isTrue();
    }

    @Test
    void aFormOfAnotherSessionDoesNothing() throws Exception {
        var mine = logIn("");
        var others = logIn("");
        var answer = press(others.logOut(), mine.cookie(), Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("expired=1"));
        assertThat(isSignedIn(mine)).isTrue();
        assertThat(isSignedIn(others)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"stateless,400", "rO0ABXNyABFqYXZh,302", "'',302"})
    void aViewStateThatIsMadeUpDoesNothing(String state, int status) throws Exception {
        var session = logIn("");
        var form = session.logOut();
        form.expectFirst("[name=jakarta.faces.ViewState]").val(state);
        assertThat(press(form, session.cookie(), Map.of()).statusCode()).isEqualTo(status);
        assertThat(isSignedIn(session)).isTrue();
    }

    @Test
    void itsOwnFormDoesWhatItSays() throws Exception {
        var session = logIn("");
        assertThat(press(session.logOut(), session.cookie(), Map.of("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(isSignedIn(session)).isFalse();
    }

    @Test
    void aPageIsNotShownInAFrame() throws Exception {
        var session = logIn("");
        var page = get("/overview", session.cookie());
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'", "default-src 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        try (var window = ConsoleWindow.open(stack)) {
            window.page().setContent("<iframe src='" + console + "/login'></iframe>");
            window.page()
                    .waitForCondition(() -> window.page().frames().size() == 2
                            && window.page().frames().get(1).url().startsWith("chrome-error"));
            window.forgetComplaints();
        }
    }

    @Test
    void everyPageButThoseOfTheMailsWantsALogIn() throws Exception {
        for (var page : new String[] {"/overview", "/users/list", "/users/list.xhtml", "/overview.xhtml"}) {
            var answer = get(page, "");
            assertThat(answer.statusCode()).as(page).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/login?next="));
        }
    }

    @ParameterizedTest
    @CsvSource({"/login?a=%", "/users/list?query=%"})
    void anAddressThatIsNoneIsRefused(String path) throws Exception {
        var raw = new RawHttp(URI.create(console), "127.0.0.1");
        assertThat(raw.get(path, Map.of("Cookie", logIn("").cookie()))).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/users,404", "/assets,404", "/courses/course?id=,404", "/users/user?id=,404"})
    void whatIsNotThereNamesNoHost(String path, int status) throws Exception {
        var answer = get(path, logIn("").cookie());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isNotEmpty();
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isNotEmpty().doesNotContain("???");
    }

    @Test
    void aLogInEndsTheSessionThatWasThereBefore() throws Exception {
        var before = logIn("");
        var after = logIn(before.cookie());
        assertThat(isSignedIn(before)).isFalse();
        assertThat(isSignedIn(after)).isTrue();
    }

    private Session logIn(String cookie) throws Exception {
        var form = Jsoup.parse(get("/login", "").body(), console + "/login").expectFirst("#log-in");
        form.expectFirst("#email").val(stack.adminEmail());
        form.expectFirst("#password").val(stack.adminPassword());
        var answer = press(form, cookie, Map.of());
        var own = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new Session(own, get("/overview", own).body());
    }

    private boolean isSignedIn(Session session) throws Exception {
        return get("/overview", session.cookie()).statusCode() == 200;
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console + path))
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .GET());
    }

    /** Sends the form as its first button does. */
    private HttpResponse<String> press(Element form, String cookie, Map<String, String> headers) throws Exception {
        var fields = new TreeMap<String, String>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        var request = HttpRequest.newBuilder(URI.create(console + form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
