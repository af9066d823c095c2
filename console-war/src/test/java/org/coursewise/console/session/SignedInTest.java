package org.coursewise.console.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.HttpApi;
import org.coursewise.console.api.SessionApi;
import org.coursewise.console.api.SessionApi.Tokens;
import org.coursewise.console.api.SignedOutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In front of an API that takes one access token and gives the next one for its refresh token. */
class SignedInTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    private final AtomicInteger good = new AtomicInteger(1);
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile boolean isOver;
    private volatile boolean isBroken;
    private HttpServer server;
    private HttpApi http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/users/me", exchange -> {
            var isGood = ("Bearer access-" + good)
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, isGood ? 200 : 401, "{\"displayName\":\"Ada\"}");
        });
        server.createContext("/api/v1/tokens/refresh", exchange -> {
            refreshed.incrementAndGet();
            if (isBroken) {
                answer(exchange, 503, "{}");
            } else if (isOver
                    || !new String(exchange.getRequestBody().readAllBytes(), UTF_8).contains("refresh-" + good)) {
                answer(exchange, 401, "{}");
            } else {
                var next = good.incrementAndGet();
                answer(exchange, 200, """
                        {"accessToken":"access-%d","refreshToken":"refresh-%d","expiresIn":600}""".formatted(next, next));
            }
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        http = new HttpApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        assertThat(person(600).accessToken()).isEqualTo("access-1");
        assertThat(refreshed).hasValue(0);
        assertThat(person(19).accessToken()).isEqualTo("access-2");
    }

    @Test
    void aTokenThatTheApiTakesNoLongerIsRenewedOnce() {
        var person = person(600);
        assertThat(person.renewed("access-1")).isEqualTo("access-2");
        assertThat(person.renewed("access-1"))
                .as("another request saw it refused, too")
                .isEqualTo("access-2");
        assertThat(api(person).get(Call.to("users", "me")).text("displayName")).isEqualTo("Ada");
        assertThat(refreshed).hasValue(1);
    }

    @Test
    void manyRequestsAtOnceSpendARefreshTokenOnce() throws Exception {
        var person = person(10);
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> call =
                () -> String.valueOf(api(person).get(Call.to("users", "me")).text("displayName"));
        var answers = threads.invokeAll(Stream.generate(() -> call).limit(40).toList());
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("Ada");
        }
        threads.shutdown();
        assertThat(refreshed).hasValue(1);
    }

    @Test
    void whoseSessionHasEndedLogsInAgain() {
        isOver = true;
        var person = person(10);
        assertThatThrownBy(person::accessToken).isInstanceOf(SignedOutException.class);
        assertThatThrownBy(person::accessToken).isInstanceOf(SignedOutException.class);
        assertThat(refreshed).as("a spent token is not tried again").hasValue(1);
    }

    @Test
    void anApiThatIsDownEndsNobodysSession() {
        isBroken = true;
        var person = person(10);
        assertThatThrownBy(person::accessToken).isInstanceOf(ApiException.class);
        isBroken = false;
        assertThat(person.accessToken()).isEqualTo("access-2");
    }

    private SignedIn person(int expiresIn) {
        return new SignedIn(
                new SessionApi(http),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Tokens("access-1", "refresh-1", expiresIn),
                "a browser");
    }

    private Api api(SignedIn person) {
        return new Api(http, person, Locale.ENGLISH);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
