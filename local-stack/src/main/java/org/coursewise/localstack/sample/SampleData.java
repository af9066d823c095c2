package org.coursewise.localstack.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty stack through the public API, as a client would: imports the catalogue and what the learners took, and
 * trains a model. Done once for a home; a start that was broken off does it again, which changes nothing that is there.
 */
public final class SampleData {

    private static final long SEED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CountDownLatch never = new CountDownLatch(1);
    private final URI api;
    private final Path mark;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param progress told in a few words what goes on */
    public SampleData(URI api, Path home, Clock clock, Consumer<String> progress) {
        this.api = api;
        this.mark = home.resolve("sample-data");
        this.clock = clock;
        this.progress = progress;
    }

    /** A learner whose recommendations are worth a look. */
    public static String learner() {
        return SampleLearners.name(42);
    }

    public boolean isLoaded() {
        return Files.exists(mark);
    }

    /** @throws IllegalStateException when the API refuses something */
    public void load(String adminEmail, String adminPassword) {
        try {
            var token = send(
                            "/api/v1/sessions",
                            "application/json",
                            JSON.writeValueAsString(Map.of("email", adminEmail, "password", adminPassword)),
                            "")
                    .path("accessToken")
                    .asString();
            progress.accept("imports 120 courses");
            await("/api/v1/imports?kind=courses", "text/csv", SampleCatalogue.csv(), token);
            progress.accept("imports what " + SampleLearners.LEARNERS + " learners took");
            var learners = new SampleLearners(SampleCatalogue.courses(), SEED);
            await("/api/v1/imports?kind=enrollments", "text/csv", learners.csv(), token);
            progress.accept("trains a model");
            await("/api/v1/admin/training-jobs", "application/json", "", token);
            Files.createDirectories(mark.toAbsolutePath().getParent());
            Files.writeString(mark, "Loaded " + clock.instant() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the sample data was loaded", e);
        }
    }

    /** Posts a job and waits for its end. */
    private void await(String path, String type, String body, String token) throws IOException, InterruptedException {
        var job = send(path, type, body, token);
        var where = path.replaceAll("\\?.*", "") + "/" + job.path("id").asString();
        var deadline = clock.instant().plus(PATIENCE);
        while (!ENDED.contains(job.path("status").asString())) {
            if (clock.instant().isAfter(deadline) || never.await(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(where + " is not done after " + PATIENCE.toMinutes() + " minutes");
            }
            job = answer(request(where, token).GET().build());
        }
        if (!job.path("status").asString().equals("succeeded")) {
            throw new IllegalStateException(where + " ended so: " + job);
        }
    }

    private JsonNode send(String path, String type, String body, String token)
            throws IOException, InterruptedException {
        return answer(request(path, token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofMinutes(1));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " was answered "
                    + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
