package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever lies in place of a model, the one in service goes on answering; a training that dies leaves nothing behind. */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ModelSafetyIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String client;
    private final Jobs jobs;
    private final ModelTable table;

    ModelSafetyIT(LocalStack stack) {
        this.stack = stack;
        stack.loadSampleData();
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("models:train", "recommendations:read");
        this.jobs = new Jobs(api, client);
        this.table = new ModelTable(stack);
    }

    /** What is no model, and what is said of it. */
    private enum Spoilt {
        RANDOM("not a model"),
        ZIP("not a model"),
        EMPTY("not a model"),
        TRUNCATED("cut off after"),
        BIT_FLIPPED("its checksum is wrong"),
        OF_AN_OLDER_FORMAT("train it anew"),
        OF_A_NEWER_FORMAT("use a newer program");

        private final String message;

        Spoilt(String message) {
            this.message = message;
        }

        String version() {
            return "29990101T000000000Z-" + name();
        }

        byte[] of(byte[] good) {
            return switch (this) {
                case RANDOM -> random(good.length);
                case ZIP -> zip();
                case EMPTY -> new byte[0];
                case TRUNCATED -> Arrays.copyOf(good, good.length / 2);
                case BIT_FLIPPED -> flipped(good);
                case OF_AN_OLDER_FORMAT -> withFormat(good, 1);
                case OF_A_NEWER_FORMAT -> withFormat(good, 1_000);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoModelIsRefusedByItsReasonAndTheOneInServiceStays(Spoilt spoilt) {
        var good = inService();
        var version = spoilt.version();
        var bytes = spoilt.of(table.bytes(good));
        table.put(version, bytes, bytes, good);
        try {
            var admin = people.admin();
            for (var asked : List.of(
                    api.put(MODELS + version + "/promotion", Map.of(), admin, null),
                    api.put(MODELS + version + "/trial", Map.of("share", .5), admin, null))) {
                assertThat(asked.status()).as(asked.body()).isEqualTo(409);
                assertThat(asked.text("detail"))
                        .startsWith("The model cannot be used")
                        .contains(spoilt.message);
            }
            table.promote(version);
            assertRefused(version, spoilt.message, good);
        } finally {
            table.remove(version);
        }
    }

    @Test
    void whatHasChangedSinceItWasStoredIsRefused() {
        var good = inService();
        var version = "29990101T000000090Z";
        var bytes = table.bytes(good);
        table.put(version, Spoilt.BIT_FLIPPED.of(bytes), bytes, good);
        table.promote(version);
        try {
            assertRefused(version, "it is not what was stored", good);
        } finally {
            table.remove(version);
        }
    }

    @Test
    void afterAStartTheLastOneThatCanBeUsedAnswers() {
        var good = inService();
        var bytes = table.bytes(good);
        var spoilt = List.of(Spoilt.ZIP, Spoilt.OF_AN_OLDER_FORMAT);
        spoilt.forEach(one -> {
            table.put(again(one), one.of(bytes), one.of(bytes), good);
            table.promote(again(one));
        });
        try {
            stack.restart("course");
            Awaitility.await().atMost(SOON).until(() -> answering().equals(good));
            assertThat(new Api(stack.addresses().course()).get("/health/ready").status())
                    .isEqualTo(200);
            spoilt.forEach(one -> assertRefused(again(one), one.message, good));
        } finally {
            spoilt.forEach(one -> table.remove(again(one)));
        }
    }

    @Test
    void aTrainingThatIsKilledHalfWayLeavesNoTraceAndIsBegunAnew() {
        var good = inService();
        var models = versions();
        var files = files();
        var sent = jobs.train();
        var path = Jobs.TRAINING + sent.text("id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> stage(api.get(path, client), "reading") == 1);
        stack.kill("worker");
        assertThat(api.get(path, client).text("status")).isEqualTo("running");
        assertThat(versions()).isEqualTo(models);
        assertThat(files()).isEqualTo(files);
        assertThat(answering()).isEqualTo(good);

        stack.restart("worker");
        var job = jobs.succeeded(Jobs.TRAINING, sent);
        assertThat(job.json().path("attempts").asInt()).as(job.body()).isEqualTo(2);
        assertThat(job.text("askedBy")).isEqualTo("demand");
        assertThat(job.text("decision")).isNotEmpty();
        assertThat(versions()).hasSize(models.size() + 1).containsAll(models).contains(job.text("modelVersion"));
        assertThat(files()).isEqualTo(files);
    }

    /** Another version: what was refused once is not tried again before the next start. */
    private static String again(Spoilt spoilt) {
        return spoilt.version() + "-AGAIN";
    }

    @Test
    void noMoreThanTwentyTrainingsWait() {
        var asked = new ArrayList<Api.Answer>();
        do {
            asked.add(jobs.train());
        } while (asked.get(asked.size() - 1).status() == 202 && asked.size() < 40);
        var refused = asked.remove(asked.size() - 1);
        assertThat(refused.problem()).as(refused.body()).isEqualTo("throttled");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(asked).hasSizeGreaterThanOrEqualTo(20);
        // the newest first: else one of them begins while the others end
        for (var i = asked.size() - 1; i >= 0; i--) {
            assertThat(api.delete(Jobs.TRAINING + asked.get(i).text("id"), client, "*")
                            .status())
                    .isIn(202, 409);
        }
        asked.forEach(job -> jobs.ended(Jobs.TRAINING, job));
    }

    private void assertRefused(String version, String message, String good) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(answering()).isEqualTo(good);
            assertThat(model(version).path("refusal").asString("")).contains(message);
        });
        assertThat(model(version).path("inService").asBoolean(true)).isFalse();
        assertThat(model(good).path("inService").asBoolean(false)).isTrue();
        assertThat(answering()).isEqualTo(good);
        assertThat(logged("Model " + version + " cannot be used")).contains(message);
    }

    private String inService() {
        return api.get("/api/v1/admin/models?limit=200", people.admin())
                .json()
                .path("items")
                .valueStream()
                .filter(model -> model.path("inService").asBoolean(false))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asString();
    }

    private JsonNode model(String version) {
        return api.get(MODELS + version, people.admin()).json();
    }

    private List<String> versions() {
        return table.query("select version from model order by version");
    }

    /** The model of an answer that is made for somebody who has a history. */
    private String answering() {
        var learner = table.query("select min(learner) from enrollment where status = 'active'")
                .get(0);
        return api.get("/api/v1/learners/" + learner + "/recommendations", client)
                .text("modelVersion");
    }

    private static double stage(Api.Answer job, String name) {
        return job.json()
                .path("stages")
                .valueStream()
                .filter(stage -> name.equals(stage.path("name").asString()))
                .mapToDouble(stage -> stage.path("progress").asDouble())
                .findFirst()
                .orElse(0);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.walk(stack.home().resolve("worker"))) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line in any log that holds a text. */
    private String logged(String text) {
        try (Stream<Path> files = Files.walk(stack.home().resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(ModelSafetyIT::lines)
                    .filter(line -> line.contains(text))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] model) {
        var bytes = model.clone();
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    private static byte[] withFormat(byte[] model, int version) {
        return ByteBuffer.wrap(model.clone()).putInt(8, version).array();
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.bin"));
            zip.write(random(10_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
