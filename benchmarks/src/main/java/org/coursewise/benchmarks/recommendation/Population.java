package org.coursewise.benchmarks.recommendation;

import de.mkammerer.argon2.Argon2Factory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.benchmarks.Http;
import org.coursewise.benchmarks.generated.GeneratedLearners;
import org.coursewise.localstack.LocalStack;
import tools.jackson.databind.JsonNode;

/** Generated courses, and learners who take them: brought in by the API. Some of the learners have an account and log in. */
final class Population {

    static final int COURSES = 1_200;
    static final int ACCOUNTS = 3_000;

    private static final int ENROLMENTS = 150_000;
    private static final String PASSWORD = "correct horse battery staple";
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LOG_INS_AT_ONCE = 4;
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Http api;
    private final String admin;
    private final GeneratedLearners learners = new GeneratedLearners(COURSES);

    Population(LocalStack stack) throws IOException, InterruptedException {
        api = new Http(stack.addresses().api());
        admin = bearer(stack.adminEmail(), stack.adminPassword());
    }

    /** @return how many learners there are; the first {@link #ACCOUNTS} have accounts */
    int bringIn() throws IOException, InterruptedException {
        await("/api/v1/admin/user-imports/", api.file("/api/v1/admin/user-imports", accounts(), admin));
        var courses = new StringBuilder();
        learners.writeCourses(courses);
        await("/api/v1/imports/", api.file("/api/v1/imports?kind=courses", courses.toString(), admin));
        var enrolments = new StringBuilder();
        var count = learners.writeEnrollments(enrolments, ENROLMENTS);
        await("/api/v1/imports/", api.file("/api/v1/imports?kind=enrollments", enrolments.toString(), admin));
        return count;
    }

    /** Trains a model and waits until it answers. */
    void train() throws IOException, InterruptedException {
        var version = await("/api/v1/admin/training-jobs/", startTraining())
                .path("modelVersion")
                .asString();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> api.get(
                        "/api/v1/learners/" + GeneratedLearners.name(0) + "/recommendations", admin)
                .path("modelVersion")
                .asString("")
                .equals(version));
    }

    JsonNode startTraining() throws IOException, InterruptedException {
        return api.post("/api/v1/admin/training-jobs", Map.of(), admin);
    }

    boolean hasEnded(JsonNode training) throws IOException, InterruptedException {
        return ENDED.contains(status(training));
    }

    String status(JsonNode training) throws IOException, InterruptedException {
        return api.get("/api/v1/admin/training-jobs/" + training.path("id").asString(), admin)
                .path("status")
                .asString();
    }

    /** The access token of each account. */
    List<String> tokens() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(LOG_INS_AT_ONCE);
        try {
            var tokens = new ArrayList<String>();
            for (var token : threads.invokeAll(IntStream.range(0, ACCOUNTS)
                    .mapToObj(number -> (Callable<String>) () -> bearer(address(number), PASSWORD))
                    .toList())) {
                tokens.add(token.get());
            }
            return tokens;
        } finally {
            threads.shutdown();
        }
    }

    /** The token of a machine that may ask for anybody. */
    String client() throws IOException, InterruptedException {
        var client = api.post(
                "/api/v1/admin/clients", Map.of("name", "benchmark", "scopes", List.of("recommendations:read")), admin);
        var pair = client.path("clientId").asString() + ":"
                + client.path("clientSecret").asString();
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return "Bearer "
                + api.form("/api/v1/oauth2/token", "grant_type=client_credentials", basic)
                        .path("access_token")
                        .asString();
    }

    private static String accounts() {
        var hash = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id)
                .hash(PASSES, MEMORY_KIB, 1, PASSWORD.toCharArray());
        var file = new StringBuilder("email,displayName,externalId,passwordHash\n");
        for (var number = 0; number < ACCOUNTS; number++) {
            file.append("%s,Learner %d,%s,\"%s\"%n"
                    .formatted(address(number), number, GeneratedLearners.name(number), hash));
        }
        return file.toString();
    }

    private static String address(int number) {
        return GeneratedLearners.name(number) + "@example.org";
    }

    private String bearer(String email, String password) throws IOException, InterruptedException {
        return "Bearer "
                + api.post("/api/v1/sessions", Map.of("email", email, "password", password), "")
                        .path("accessToken")
                        .asString();
    }

    /** The job at its end, which must be a good one. */
    private JsonNode await(String jobs, JsonNode begun) throws IOException {
        var ended = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> api.get(jobs + begun.path("id").asString(), admin),
                        job -> ENDED.contains(job.path("status").asString()));
        if (!ended.path("status").asString().equals("succeeded")
                || ended.path("failed").asInt(0) > 0) {
            throw new IOException(jobs + " ended so: " + ended);
        }
        return ended;
    }
}
