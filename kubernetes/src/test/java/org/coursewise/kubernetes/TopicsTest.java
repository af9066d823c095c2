package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka's topics, and who may do what with them. */
class TopicsTest {

    private static final String LOCAL = "local-stack/src/main/java/org/coursewise/localstack/kafka/Topics.java";
    private static final Pattern KEPT = Pattern.compile("kept\\(\"([a-z.0-9]+)\", (\\w+)\\)");
    private static final Pattern COMPACTED = Pattern.compile("compacted\\(\"([a-z.0-9]+)\"\\)");
    private static final Pattern DAYS = Pattern.compile("Duration (\\w+) = Duration\\.ofDays\\((\\d+)\\)");
    private static final Pattern TOPIC = Pattern.compile("\"((?:auth|course|email)\\.[a-z]+\\.v\\d+)\"");
    private static final Pattern HEARD = Pattern.compile("mp\\.messaging\\.incoming\\.[^=]+\\.topic=(\\S+)");
    private static final Pattern GROUP = Pattern.compile("mp\\.messaging\\.incoming\\.[^=]+\\.group\\.id=(\\S+)");

    /** The worker speaks through course's outbox. */
    private static final Map<String, String> USERS = Map.of(
            "auth-war", "kafka-auth",
            "course-war", "kafka-course",
            "recommender-worker", "kafka-course",
            "email-war", "kafka-email");

    private static final List<String> LISTENERS = List.of("course-war", "email-war");

    @ParameterizedTest
    @EnumSource
    void topicsAreThoseOfTheLocalRunAndKeepForAsLong(Overlay overlay) {
        var topics = overlay.of("KafkaTopic")
                .collect(Collectors.toMap(Manifest::name, topic -> topic.at("spec", "config", "retention.ms")
                        .map(millis -> Duration.ofMillis(Long.parseLong(String.valueOf(millis))) + "")
                        .orElseGet(() -> topic.text("spec", "config", "cleanup.policy"))));

        assertThat(new TreeMap<>(topics)).isEqualTo(localTopics());
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicThatCodeNamesIsThereWithItsDeadLetters(Overlay overlay) {
        var topics = overlay.of("KafkaTopic").map(Manifest::name).toList();

        assertThat(USERS.keySet().stream().flatMap(module -> named(module).stream()))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topics).contains(topic, topic + ".dlq"));
    }

    @ParameterizedTest
    @EnumSource
    void aServiceMayWriteWhatItSays(Overlay overlay) {
        USERS.forEach((module, user) -> {
            var heard = heard(module);
            assertThat(named(module)).as(module).isNotEmpty();
            assertThat(named(module).stream().filter(topic -> !heard.contains(topic)))
                    .allSatisfy(topic -> assertThat(allowed(overlay, user, "topic", topic))
                            .as("%s on %s", user, topic)
                            .contains("Write", "Describe"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aServiceMayReadWhatItHearsAndSetItAside(Overlay overlay) {
        for (var module : LISTENERS) {
            var user = USERS.get(module);
            assertThat(heard(module)).isNotEmpty().allSatisfy(topic -> {
                assertThat(allowed(overlay, user, "topic", topic)).contains("Read", "Describe");
                assertThat(allowed(overlay, user, "topic", topic + ".dlq")).contains("Write", "Describe");
            });
            assertThat(matches(GROUP, settings(module)))
                    .hasSameSizeAs(heard(module))
                    .allSatisfy(group ->
                            assertThat(allowed(overlay, user, "group", group)).contains("Read"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoChecksTokensMayReadWhichOfThemWereTakenBack(Overlay overlay) {
        assertThat(named("revocation-lib")).hasSize(1).allSatisfy(topic -> assertThat(
                        List.of("kafka-course", "kafka-email"))
                .allSatisfy(user ->
                        assertThat(allowed(overlay, user, "topic", topic)).contains("Read", "Describe")));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMayMakeOrDeleteATopicOrDoEverything(Overlay overlay) {
        assertThat(overlay.of("KafkaUser")).hasSize(3).allSatisfy(user -> {
            assertThat(user.text("spec", "authentication", "type")).isEqualTo("tls");
            assertThat(user.each("spec", "authorization", "acls")).allSatisfy(acl -> {
                assertThat(Manifest.list(acl.at("operations").orElseThrow()).stream()
                                .map(String::valueOf))
                        .isSubsetOf("Read", "Write", "Describe");
                assertThat(acl.text("resource", "name")).doesNotContain("*");
                assertThat(acl.text("resource", "type")).isIn("topic", "group");
            });
        });
    }

    private static Set<String> allowed(Overlay overlay, String user, String type, String name) {
        return overlay.one("KafkaUser", user)
                .each("spec", "authorization", "acls")
                .filter(acl -> acl.text("resource", "type").equals(type))
                .filter(acl -> acl.at("resource", "patternType").isPresent()
                        ? name.startsWith(acl.text("resource", "name"))
                        : name.equals(acl.text("resource", "name")))
                .flatMap(acl -> Manifest.list(acl.at("operations").orElseThrow()).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /** Topics that stand in a module's code. */
    private static Set<String> named(String module) {
        var topics = new TreeSet<String>();
        Repository.files(module + "/src/main/java", ".java")
                .forEach(file -> topics.addAll(matches(TOPIC, Repository.text(file.toString()))));
        return topics;
    }

    private static List<String> heard(String module) {
        return LISTENERS.contains(module) ? matches(HEARD, settings(module)) : List.of();
    }

    private static String settings(String module) {
        return Repository.text(module + "/src/main/resources/META-INF/microprofile-config.properties");
    }

    private static Map<String, String> localTopics() {
        var source = Repository.text(LOCAL);
        var days = new HashMap<String, Duration>();
        DAYS.matcher(source)
                .results()
                .forEach(match -> days.put(match.group(1), Duration.ofDays(Long.parseLong(match.group(2)))));
        var topics = new TreeMap<String, String>();
        KEPT.matcher(source)
                .results()
                .forEach(match -> topics.put(match.group(1), String.valueOf(days.get(match.group(2)))));
        COMPACTED.matcher(source).results().forEach(match -> topics.put(match.group(1), "compact"));
        assertThat(topics).as("topics of %s", LOCAL).hasSize(8);
        for (var topic : new ArrayList<>(topics.keySet())) {
            var kept = topic.equals("email.command.v1") ? "COMMANDS" : "DEAD_LETTERS";
            topics.put(topic + ".dlq", String.valueOf(days.get(kept)));
        }
        return topics;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
