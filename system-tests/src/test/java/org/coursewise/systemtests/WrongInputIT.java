package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is sent to whichever endpoint, the answer is a problem document: never a page of the server's, never a stack
 * trace. The endpoints are those of the services' own OpenAPI documents, so a new one is tried by itself.
 */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class WrongInputIT {

    private static final String EXPIRED_OR_FORGED =
            "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiIsImtpZCI6Im5vbmUifQ.eyJzdWIiOiJhIiwiZXhwIjoxfQ.c2lnbmF0dXJl";

    private static final List<String> READABLE = List.of("\"text\"", "{\"noSuchField\":1}");

    private final Api api;
    private final String admin;

    WrongInputIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.admin = api.logIn(stack.adminEmail(), stack.adminPassword()).text("accessToken");
    }

    /** One verb on one path; ids are filled in. */
    record Endpoint(String verb, String path, boolean takesBody, boolean takesFile) {
        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNoGoodIsA401EvenOnPublicPaths() {
        return each(endpoint -> true, endpoint -> {
            var answer = send(endpoint, EXPIRED_OR_FORGED, "application/json", "{}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(401);
            isProblem(answer);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenNothingButThePublicIsServed() {
        return each(
                endpoint ->
                        endpoint.path().contains("/admin/") || endpoint.path().contains("/users/me"),
                endpoint -> {
                    var type = endpoint.takesFile() ? "text/csv" : "application/json";
                    var answer = send(endpoint, null, type, "{}");
                    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
                    isProblem(answer);
                });
    }

    @TestFactory
    Stream<DynamicTest> malformedJsonIsA400() {
        return each(Endpoint::takesBody, endpoint -> {
            for (var body : List.of("{", "[1,", "{\"a\":1,\"a\":2}", "NaN", "\"text\"", "{\"noSuchField\":1}", "")) {
                var answer = send(endpoint, admin, "application/json", body);
                // what is JSON is looked at only once the thing it is about is found
                var allowed = endpoint.path().contains(Operations.NO_ONES_ID) && READABLE.contains(body) ? 404 : 400;
                assertThat(answer.status()).as("%s: %s", body, answer.body()).isIn(400, allowed);
                isProblem(answer);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> jsonThatIsTooDeepIsA400AtOnce() {
        return each(Endpoint::takesBody, endpoint -> {
            var answer = send(endpoint, admin, "application/json", "[".repeat(10_000) + "]".repeat(10_000));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            isProblem(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsTooLongIsA413() {
        return each(Endpoint::takesBody, endpoint -> {
            var answer = send(endpoint, admin, "application/json", "{\"email\":\"" + "x".repeat(1 << 20) + "\"}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(413);
            isProblem(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherMediaTypeIsA415() {
        return each(Endpoint::takesBody, endpoint -> {
            var answer = send(endpoint, admin, "text/plain", "hello");
            assertThat(answer.status()).as(answer.body()).isEqualTo(415);
            isProblem(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAcceptHeaderNobodyCanServeIsA406() {
        return each(endpoint -> endpoint.verb().equals("GET"), endpoint -> {
            var answer = api.send(api.request(endpoint.path())
                    .header("Authorization", "Bearer " + admin)
                    .header("Accept", "image/png")
                    .GET());
            assertThat(answer.status()).as(answer.body()).isIn(404, 406);
            isProblem(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> aVerbThatIsNotThereIsA405ThatTellsWhichAre() {
        var endpoints = endpoints();
        return endpoints.stream()
                .map(Endpoint::path)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var known = endpoints.stream()
                            .filter(other -> other.path().equals(path))
                            .map(Endpoint::verb)
                            .toList();
                    for (var verb : Operations.VERBS) {
                        if (!known.contains(verb)) {
                            var answer = send(new Endpoint(verb, path, false, false), admin, "application/json", "{}");
                            assertThat(answer.status())
                                    .as("%s: %s", verb, answer.body())
                                    .isEqualTo(405);
                            assertThat(answer.header("Allow")).contains(known);
                            isProblem(answer);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownPathIsA404() {
        return Stream.of(
                        "/",
                        "/nowhere",
                        "/api/v1/nowhere",
                        "/api/v1/users/nobody/nothing",
                        "/api/v1/sessions/current/else",
                        "/api/v1/admin/users/no-such-id",
                        "/health",
                        "/metrics",
                        "/openapi/nothing",
                        "/.well-known/nothing",
                        "/api/v1/%00",
                        "/api/v1/users/..%2f..%2fhealth")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = api.get(path, admin);
                    assertThat(answer.status()).as(answer.body()).isIn(400, 404);
                    isProblem(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBadLimitOrCursorIsA400() {
        return Stream.of("limit=0", "limit=201", "limit=many", "cursor=rubbish", "cursor=", "limit=-1")
                .flatMap(query -> Stream.of(
                                "/api/v1/admin/users",
                                "/api/v1/admin/clients",
                                "/api/v1/messages",
                                "/api/v1/courses",
                                "/api/v1/enrollments",
                                "/api/v1/admin/models")
                        .map(path -> path + "?" + query))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = api.get(path, admin);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    isProblem(answer);
                    assertThat(answer.json().path("errors")).isNotEmpty();
                }));
    }

    private void isProblem(Api.Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.body()).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("type").asString("")).startsWith("https://coursewise.example/problems/");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("title").asString("")).isNotBlank();
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(answer.body()).doesNotContain("<html", "\tat ", "Exception", "RESTEASY", "SRVE");
        assertThat(answer.response().headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotContain("server", "x-powered-by")
                .noneMatch(name -> name.contains("exception"));
    }

    private Api.Answer send(Endpoint endpoint, String token, String type, String body) {
        var request = api.request(endpoint.path());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (endpoint.verb().equals("GET")) {
            return api.send(request.GET());
        }
        HttpRequest.BodyPublisher content =
                endpoint.takesBody() ? BodyPublishers.ofString(body) : BodyPublishers.noBody();
        return api.send(request.header("Content-Type", type).method(endpoint.verb(), content));
    }

    private interface Check {
        void of(Endpoint endpoint);
    }

    private Stream<DynamicTest> each(Predicate<Endpoint> which, Check check) {
        return endpoints().stream()
                .filter(which)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.of(endpoint)));
    }

    private List<Endpoint> endpoints() {
        return Operations.of(api).stream()
                .map(operation -> new Endpoint(
                        operation.verb(),
                        operation.path().replaceAll("\\{[^}]*}", Operations.NO_ONES_ID),
                        operation.takesJson(),
                        operation.mediaTypes().contains("text/csv")))
                .toList();
    }
}
