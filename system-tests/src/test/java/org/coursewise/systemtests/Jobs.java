package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** Work that a service does after it has answered: imports and training. */
final class Jobs {

    static final String IMPORTS = "/api/v1/imports/";
    static final String TRAINING = "/api/v1/admin/training-jobs/";

    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");
    private static final Duration LONGEST = Duration.ofMinutes(9);

    private final Api api;
    private final String client;

    Jobs(Api api, String client) {
        this.api = api;
        this.client = client;
    }

    Api.Answer sendFile(String kind, String csv) {
        return api.send(file(kind, csv));
    }

    Api.Answer sendFile(String kind, String csv, String idempotencyKey) {
        return api.send(file(kind, csv).header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder file(String kind, String csv) {
        return api.request("/api/v1/imports?kind=" + kind)
                .header("Authorization", "Bearer " + client)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv));
    }

    /** Sends a file and waits for its rows to be taken. */
    Api.Answer imported(String kind, String csv) {
        return succeeded(IMPORTS, sendFile(kind, csv));
    }

    Api.Answer train() {
        return api.post("/api/v1/admin/training-jobs", Map.of(), client);
    }

    Api.Answer succeeded(String path, Api.Answer sent) {
        var job = ended(path, sent);
        assertThat(job.text("status")).as(job.body()).isEqualTo("succeeded");
        return job;
    }

    /** Waits while the service may be away. */
    Api.Answer ended(String path, Api.Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return Awaitility.await()
                .atMost(LONGEST)
                .ignoreException(Api.Unreachable.class)
                .until(
                        () -> api.get(path + sent.text("id"), client),
                        answer -> answer.status() == 200 && ENDED.contains(answer.text("status")));
    }
}
