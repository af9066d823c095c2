package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services tell Prometheus, after somebody has used each of them. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class MetricsIT {

    private static final Path MONITORING = Path.of("../kubernetes/components/monitoring");
    /** The shapes of the names that the READMEs list, which a test beside the alerts sees to. */
    private static final Pattern METRIC = Pattern.compile("\\b(?:coursewise|REST|memory)_\\w+");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long SCRAPED_WITHIN_SECONDS = 2;

    private final LocalStack stack;
    private final Api api;
    private final ServiceFigures figures;

    MetricsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.figures = new ServiceFigures(stack);
        stack.loadSampleData();
    }

    @BeforeAll
    void somebodyUsesEachService() {
        var learner = new People(stack).join("measured@example.org");
        assertThat(api.get("/api/v1/learners/me/recommendations", learner).status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/messages", new People(stack).admin()).status())
                .isEqualTo(200);
    }

    @Test
    void everyFigureThatAlertsAndDashboardsAskForIsShown() throws IOException {
        var asked = asked();
        assertThat(asked).hasSizeGreaterThan(15);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(names())
                .containsAll(asked));
    }

    @Test
    void figuresThatAreAskedOfDatabasesAndKafkaAreNumbers() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(figures.values("auth", "coursewise_outbox_waiting")).containsExactly(0.0);
            assertThat(figures.values("course", "coursewise_outbox_waiting")).containsExactly(0.0);
            assertThat(figures.values("course", "coursewise_imports"))
                    .hasSize(2)
                    .noneMatch(value -> value.isNaN());
            assertThat(figures.values("email", "coursewise_consumer_lag"))
                    .hasSize(3)
                    .noneMatch(value -> value.isNaN());
            assertThat(figures.values("course", "coursewise_model_info")).containsExactly(1.0);
            assertThat(Stream.of("course", "email"))
                    .allSatisfy(service -> assertThat(figures.values(service, "coursewise_deny_list_lag_seconds"))
                            .singleElement()
                            .matches(lag -> lag < SCRAPED_WITHIN_SECONDS * 2));
            assertThat(figures.values("email", "coursewise_messages"))
                    .hasSize(6)
                    .noneMatch(value -> value.isNaN());
        });
        assertThat(figures.values("email", "coursewise_deliveries_total"))
                .hasSize(5)
                .anyMatch(value -> value > 0);
        assertThat(figures.values("course", "coursewise_recommendations_total"))
                .hasSize(3)
                .anyMatch(value -> value > 0);
        assertThat(figures.values("course", "coursewise_model_age_seconds"))
                .singleElement()
                .matches(age -> age > 0);
    }

    @Test
    void aNewModelTakesThePlaceOfTheOneBefore() {
        var before = figures.lines("course", "coursewise_model_info");
        var jobs = new Jobs(api, new People(stack).client("models:train"));
        var trained = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        // by itself it serves only when it is not surely worse on what the tests before have left
        var promotion = "/api/v1/admin/models/" + trained + "/promotion";
        assertThat(api.put(promotion, Map.of(), new People(stack).admin(), null).status())
                .isEqualTo(204);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        figures.lines("course", "coursewise_model_info"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(trained).isNotIn(before)));
        assertThat(figures.values("course", "coursewise_model_age_seconds"))
                .singleElement()
                .matches(age -> age < PATIENCE.toSeconds() * 2);
    }

    @Test
    void aServiceWhoseDatabaseIsAwayStillAnswersPrometheusAtOnce() {
        stack.kill("postgres");
        try {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            figures.values("auth", "coursewise_outbox_waiting"))
                    .containsExactly(Double.NaN));
        } finally {
            stack.restart("postgres");
        }
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(Stream.of("auth", "course"))
                .allSatisfy(service -> assertThat(figures.values(service, "coursewise_outbox_waiting"))
                        .containsExactly(0.0)));
    }

    private static Set<String> asked() throws IOException {
        try (Stream<Path> files = Files.walk(MONITORING)) {
            var asked = new TreeSet<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                METRIC.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group()));
            }
            return asked;
        }
    }

    private Set<String> names() {
        return ServiceFigures.SERVICES.stream()
                .flatMap(service -> figures.lines(service).stream())
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }
}
