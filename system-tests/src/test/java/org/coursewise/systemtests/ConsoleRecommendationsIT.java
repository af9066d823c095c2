package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** In the console one sees why a course is recommended, trains models, and decides which one serves. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleRecommendationsIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final String MODEL = "/recommendations/model?version=";
    private static final String RITA = "rita.reasons@example.org";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final double A_TRAINING_MILLIS = 300_000;

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;
    private final Jobs jobs;

    ConsoleRecommendationsIT(LocalStack stack) {
        stack.loadSampleData();
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.jobs = new Jobs(api, people.client("models:train"));
    }

    @Test
    void aLearnerIsFoundByAddressAndEachCourseSaysWhy() {
        putIntoService(trained());
        var course = api.get("/api/v1/courses?q=algebra").json().path("items").get(0);
        var taken = Map.of("courseId", course.path("id").asString());
        var rita = people.join(RITA);
        assertThat(api.post("/api/v1/enrollments", taken, rita).status()).isEqualTo(201);
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            var page = window.go("/recommendations/learner");
            window.isUsable();
            page.fill("#query", RITA);
            window.press("Find");
            page.click(".people >> text=Ada");
            var title = course.path("title").asString();
            assertThat(page.innerText("#list-1")).contains("because-you-took", title);
            assertThat(page.getAttribute("#list-1 .reasons a", "href"))
                    .endsWith(course.path("id").asString());
            assertThat(window.text()).contains(RITA, "Took before", "personal");
            assertThat(page.innerText("main table")).contains(title, "1");
            assertThat(page.locator(".recommended > li").count()).isEqualTo(10);
            window.isUsable();

            page.selectOption("#scenario", "course-page");
            window.press("Show");
            assertThat(window.text()).contains("Type the course’s code or title");
            page.fill("#courseId", course.path("code").asString());
            window.press("Show");
            assertThat(window.text()).contains("As on the page of");
            assertThat(page.innerText("#list-1")).contains("goes-with");
            window.isUsable();

            page.fill("#query", "nobody-of-that-name");
            window.press("Find");
            page.click(".people button");
            assertThat(window.text()).contains("an id from an import", "fallback");
        }
    }

    @Test
    void aModelIsTrainedLookedAtBesideAnotherPutIntoServiceAndTakenBack() {
        var older = trained();
        putIntoService(older);
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            var page = window.go("/recommendations/models");
            assertThat(window.text()).contains(older, "in service");
            window.isUsable();
            var newer = trainedByHand(window, page);

            putIntoService(newer);
            window.go(MODEL + older);
            window.isUsable();
            window.press("Put into the shadow");
            assertThat(window.text()).contains("makes lists in the shadow for 20%");
            assertThat(model(older).path("shadowShare").asDouble()).isEqualTo(.2);
            compares(window, page, newer, older);
            window.go(MODEL + older);
            window.press("End the shadow");
            assertThat(model(older).path("shadowShare").isNumber()).isFalse();
            window.press("Begin the trial");
            assertThat(model(older).path("trialShare").asDouble()).isEqualTo(.1);

            window.confirm("Roll back to this model", "Roll back now");
            assertThat(window.text()).contains(older + " is in service");
            assertThat(model(older).path("inService").asBoolean(false)).isTrue();
            assertThat(model(older).path("trialShare").isNumber()).isFalse();
            window.isUsable();
            window.go(MODEL + newer);
            window.confirm("Put into service", "Put into service now");
            assertThat(model(newer).path("inService").asBoolean(false)).isTrue();
        }
    }

    @Test
    void whatLearnersDidWithRecommendationsIsShownByDayAndModel() {
        putIntoService(trained());
        var fay = people.join("fay.figures@example.org");
        var answer = api.get("/api/v1/learners/me/recommendations?limit=10", fay);
        var course =
                answer.json().path("items").get(0).path("course").path("id").asString();
        var events = List.of("impression", "click").stream()
                .map(type ->
                        Map.of("recommendationId", answer.text("recommendationId"), "courseId", course, "type", type))
                .toList();
        assertThat(api.post("/api/v1/feedback", Map.of("events", events), fay).status())
                .isEqualTo(202);
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            Awaitility.await().atMost(SOON).untilAsserted(() -> {
                window.go("/recommendations/figures");
                assertThat(window.text()).contains("By day", answer.text("modelVersion"));
            });
            window.isUsable();
            var page = window.go("/recommendations/figures?from=2026-01-02&to=2026-01-01");
            assertThat(page.innerText("[role=alert]")).contains("must not be before from");
        }
    }

    /** By the button, watching its stages; the version that came of it. */
    private static String trainedByHand(ConsoleWindow window, Page page) {
        window.press("Train now");
        page.waitForURL(address -> address.contains("/recommendations/training?id="));
        page.waitForSelector(".stages progress", new Page.WaitForSelectorOptions().setTimeout(A_TRAINING_MILLIS));
        window.isUsable();
        var made = page.locator("#made");
        made.waitFor(new Locator.WaitForOptions().setTimeout(A_TRAINING_MILLIS));
        assertThat(page.innerText("#status")).isEqualTo("succeeded");
        return made.innerText();
    }

    private static void compares(ConsoleWindow window, Page page, String served, String other) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            window.go("/recommendations/learner?learner=learner-0057&against=" + other);
            assertThat(page.locator("#other-1").count()).isEqualTo(1);
        });
        assertThat(window.text()).contains(served, other, "In both lists:");
        window.isUsable();
    }

    private String trained() {
        return jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
    }

    private void putIntoService(String version) {
        assertThat(api.put(MODELS + version + "/promotion", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        api.get("/api/v1/learners/nobody/recommendations?limit=1", admin)
                                .text("modelVersion"))
                .isEqualTo(version));
    }

    private JsonNode model(String version) {
        return api.get(MODELS + version, admin).json();
    }
}
