package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A new model serves by itself unless it is surely worse than the one in service, and says why. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class PromotionIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final int LEARNERS = 600;

    private final Api api;
    private final People people;
    private final String client;
    private final Jobs jobs;
    private final ModelTable table;

    PromotionIT(LocalStack stack) {
        stack.loadSampleData();
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("catalog:write", "learning:write", "models:train");
        this.jobs = new Jobs(api, client);
        this.table = new ModelTable(stack);
    }

    @Test
    void aModelThatIsSurelyWorseStaysACandidateAndSaysWhy() {
        var served = trained().text("modelVersion");
        table.update("update model set promotion = nextval('model_promotion') where version = ?", served);
        table.update("update model set metrics = metrics || '{\"ndcgLow\": 0.99}' where version = ?", served);
        var job = trained();
        var model = model(job.text("modelVersion"));
        assertThat(model.path("inService").asBoolean(true)).as(model.toString()).isFalse();
        assertThat(model.path("decision").asString())
                .isEqualTo(job.text("decision"))
                .startsWith("In validation its NDCG@10 is ")
                .contains(served)
                .endsWith("at least 0.9900");
        table.update("update model set metrics = metrics || '{\"ndcgLow\": 0.01}' where version = ?", served);
        assertThat(model(trained().text("modelVersion")).path("inService").asBoolean(false))
                .isTrue();
    }

    @Test
    void whatIsNewSinceTheLastTrainingMeasuresBothModels() {
        var served = trained().text("modelVersion");
        table.update("update model set promotion = nextval('model_promotion') where version = ?", served);
        var course = table.query("select code from course where status = 'published' order by enrolled desc limit 1")
                .get(0);
        var learners = table.query("""
                select learner from enrollment join course on course.id = course_id where course.status = 'published'
                group by learner having not bool_or(code = ?) order by learner limit ?
                """, course, LEARNERS);
        assertThat(learners).hasSize(LEARNERS);
        var now = Instant.now().toString();
        jobs.imported(
                "enrollments",
                learners.stream()
                        .map(learner -> learner + "," + course + "," + now)
                        .collect(Collectors.joining("\n", "learner,course_code,enrolled_at\n", "\n")));
        var model = model(trained().text("modelVersion"));
        assertThat(model.path("decision").asString())
                .startsWith("On the newer enrolments of ")
                .contains("that of " + served);
        var comparison = model.path("metrics").path("comparison");
        // a fifth of them, as it falls, does not train the new model
        assertThat(comparison.path("learners").asInt()).isBetween(LEARNERS / 8, LEARNERS / 3);
        assertThat(comparison.path("with").asString()).isEqualTo(served);
        assertThat(comparison.path("low").asDouble())
                .isLessThanOrEqualTo(comparison.path("high").asDouble());
        assertThat(model.path("inService").asBoolean(false))
                .isEqualTo(comparison.path("high").asDouble() >= 0);
    }

    @Test
    void oldModelsGoWithWhatWasCountedForThem() {
        for (var i = 10; i < 35; i++) {
            var old = "20200101T0000000" + i + "Z";
            table.update(
                    "insert into model (version, trained_at, metrics, sha256, bytes) values (?, now(), '{}', '', '')",
                    old);
            table.update(
                    "insert into recommendation_coverage (model_version, course_id) select ?, id from course limit 1",
                    old);
        }
        var version = trained().text("modelVersion");
        var left = table.query("select version from model order by version desc");
        assertThat(left).contains(version).doesNotContain("20200101T000000010Z");
        assertThat(table.query("select distinct model_version from recommendation_coverage"))
                .doesNotContain("20200101T000000010Z");
        assertThat(table.query("select version from model where promotion is not null and refusal is null"))
                .isNotEmpty();
        table.update("delete from recommendation_coverage where model_version like '20200101%'");
        table.update("delete from model where version like '20200101%'");
    }

    private Api.Answer trained() {
        return jobs.succeeded(Jobs.TRAINING, jobs.train());
    }

    private JsonNode model(String version) {
        return api.get(MODELS + version, people.admin()).json();
    }
}
