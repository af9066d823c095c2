package org.coursewise.benchmarks.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.benchmarks.Http;
import org.coursewise.benchmarks.Rounds;
import org.coursewise.localstack.LocalStack;

/**
 * Processor time of auth's server process for a log-in, a refresh, a machine client's token and the public keys. The bare
 * hash is measured in the same run; Keycloak's figures were recorded on this kind of machine.
 */
public final class AccountCosts {

    private static final String UNIT = "ms CPU";
    private static final String KEYCLOAK = "Keycloak, recorded";
    private static final int LOG_INS = 60;
    private static final int MANY_AT_ONCE = 40;
    private static final int TOKENS = 3_000;
    private static final int KEYS = 6_000;
    private static final int CLIENTS = 4;
    /** Each service asks for the keys by itself. */
    private static final int VERIFIERS = 16;

    private final LocalStack stack;
    private final Http auth;
    private final Supplier<Duration> clock;

    public AccountCosts(LocalStack stack) {
        this.stack = stack;
        this.auth = new Http(stack.addresses().auth());
        this.clock = () -> stack.processorTime("auth");
    }

    public List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        var refresh = Rounds.milliseconds(clock, CLIENTS, TOKENS, this::refreshing);
        var credentials = machineClient();
        var token = Rounds.milliseconds(
                clock,
                CLIENTS,
                TOKENS,
                () -> () -> auth.form("/api/v1/oauth2/token", "grant_type=client_credentials", credentials));
        var keys = Rounds.milliseconds(clock, VERIFIERS, KEYS, () -> () -> auth.get("/.well-known/jwks.json"));
        // last: by then what a log-in shares with the others is compiled, and compiling is no part of its cost
        var bare = new BareHash();
        var hash = Rounds.milliseconds(AccountCosts::myProcessorTime, 1, LOG_INS, () -> bare::check);
        var one = Rounds.milliseconds(clock, 1, LOG_INS, () -> this::logIn);
        var many = Rounds.milliseconds(clock, MANY_AT_ONCE, 5 * MANY_AT_ONCE, () -> this::logIn);
        return List.of(
                new Figure("log-in, one at a time", UNIT, one, hash, "the bare hash, this run", Goal.atMost(1.15)),
                new Figure("log-in, 40 at once", UNIT, many, one, "one at a time, this run", Goal.atMost(1.05)),
                new Figure("refresh", UNIT, refresh, 4.2, KEYCLOAK, Goal.atMost(.5)),
                new Figure("client credentials", UNIT, token, 2.3, KEYCLOAK, Goal.atMost(.5)),
                new Figure("JWKS", UNIT, keys, .15, KEYCLOAK, Goal.atMost(.5)));
    }

    private String logIn() throws IOException, InterruptedException {
        return tokens().refresh();
    }

    private record Tokens(String access, String refresh) {}

    private Tokens tokens() throws IOException, InterruptedException {
        var answer = auth.post(
                "/api/v1/sessions", Map.of("email", stack.adminEmail(), "password", stack.adminPassword()), "");
        return new Tokens(
                answer.path("accessToken").asString(),
                answer.path("refreshToken").asString());
    }

    /** A session of its own for each thread; every refresh brings the token for the next. */
    private Callable<String> refreshing() {
        return new Callable<>() {
            private String token = "";

            @Override
            public String call() throws IOException, InterruptedException {
                token = token.isEmpty()
                        ? logIn()
                        : auth.post("/api/v1/tokens/refresh", Map.of("refreshToken", token), "")
                                .path("refreshToken")
                                .asString();
                return token;
            }
        };
    }

    private String machineClient() throws IOException, InterruptedException {
        var client = auth.post(
                "/api/v1/admin/clients",
                Map.of("name", "benchmark", "scopes", List.of("recommendations:read")),
                "Bearer " + tokens().access());
        var pair = client.path("clientId").asString() + ":"
                + client.path("clientSecret").asString();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Duration myProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
