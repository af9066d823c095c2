package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A model on trial answers its share of learners, each always, beside the one in service. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ModelTrialIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final int LEARNERS = 40;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Api api;
    private final String admin;
    private final String client;
    private final Jobs jobs;

    ModelTrialIT(LocalStack stack) {
        stack.loadSampleData();
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("models:train", "recommendations:read");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void someLearnersAreAnsweredByItUntilItEnds() {
        var trained = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        promote(trained);
        var other = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        promote(trained);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(versions())
                .containsOnlyKeys(trained));

        assertThat(share(trained, .5).status()).as("it is in service").isEqualTo(409);
        assertThat(share(other, .9).status()).isEqualTo(400);
        assertThat(share(other, .5).status()).isEqualTo(204);
        assertThat(api.get(MODELS + other, admin).json().path("trialShare").asDouble())
                .isEqualTo(.5);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(versions())
                .containsOnlyKeys(trained, other));
        var answering = byLearner();
        assertThat(byLearner()).as("each stays with theirs").isEqualTo(answering);
        assertThat(versions().get(other)).isBetween(LEARNERS / 10, LEARNERS * 9 / 10);

        assertThat(api.delete(MODELS + other + "/trial", admin, null).status()).isEqualTo(204);
        assertThat(api.delete(MODELS + other + "/trial", admin, null).status()).isEqualTo(404);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(versions())
                .containsOnlyKeys(trained));
    }

    private void promote(String version) {
        assertThat(api.put(MODELS + version + "/promotion", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
    }

    private Api.Answer share(String version, double share) {
        return api.put(MODELS + version + "/trial", Map.of("share", share), admin, null);
    }

    /** How many of the learners each model answers. */
    private Map<String, Integer> versions() {
        var versions = new TreeMap<String, Integer>();
        byLearner().values().forEach(version -> versions.merge(version, 1, Integer::sum));
        return versions;
    }

    private Map<String, String> byLearner() {
        var versions = new HashMap<String, String>();
        for (var i = 0; i < LEARNERS; i++) {
            var learner = "on-trial-" + i;
            versions.put(
                    learner,
                    api.get("/api/v1/learners/" + learner + "/recommendations?limit=1", client)
                            .text("modelVersion"));
        }
        return versions;
    }
}
