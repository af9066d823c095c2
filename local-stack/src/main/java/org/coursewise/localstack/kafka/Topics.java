package org.coursewise.localstack.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of the product and, beside each, the one for its dead letters. Nothing makes a topic by using it. */
public final class Topics {

    private static final int PARTITIONS = 3;
    private static final Duration FACTS = Duration.ofDays(30);
    private static final Duration TELEMETRY = Duration.ofDays(7);
    /** Commands carry sealed one-time tokens: kept no longer than a long weekend of e-mail being down. */
    private static final Duration COMMANDS = Duration.ofDays(3);

    private static final Duration DEAD_LETTERS = Duration.ofDays(30);

    private Topics() {}

    static List<NewTopic> all() {
        var topics = new ArrayList<NewTopic>();
        for (var topic : List.of(
                kept("auth.user.v1", FACTS),
                compacted("course.catalog.v1"),
                kept("course.enrollment.v1", FACTS),
                kept("course.recommendation.v1", TELEMETRY),
                kept("course.model.v1", FACTS),
                kept("email.command.v1", COMMANDS),
                kept("email.delivery.v1", FACTS),
                compacted("email.preference.v1"))) {
            topics.add(topic);
            var keeping = "email.command.v1".equals(topic.name()) ? COMMANDS : DEAD_LETTERS;
            topics.add(kept(topic.name() + ".dlq", keeping));
        }
        return List.copyOf(topics);
    }

    /** The names, without those for dead letters. */
    public static List<String> names() {
        return all().stream()
                .map(NewTopic::name)
                .filter(name -> !name.endsWith(".dlq"))
                .toList();
    }

    private static NewTopic kept(String name, Duration retention) {
        return topic(
                name,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis())));
    }

    private static NewTopic compacted(String name) {
        return topic(name, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static NewTopic topic(String name, Map<String, String> configuration) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(configuration);
    }
}
