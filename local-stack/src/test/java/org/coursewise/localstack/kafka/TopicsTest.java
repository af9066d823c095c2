package org.coursewise.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicHasOneForItsDeadLetters() {
        assertThat(Topics.names()).hasSize(8).contains("auth.user.v1", "email.command.v1");
        assertThat(Topics.all())
                .extracting(NewTopic::name)
                .hasSize(16)
                .containsAll(Topics.names())
                .containsAll(Topics.names().stream().map(name -> name + ".dlq").toList());
        assertThat(Topics.all()).extracting(NewTopic::numPartitions).containsOnly(3);
    }

    @Test
    void whatHoldsIsCompactedAndCommandsAreSoonGone() {
        assertThat(configuration("course.catalog.v1", "cleanup.policy")).isEqualTo("compact");
        assertThat(configuration("email.preference.v1", "cleanup.policy")).isEqualTo("compact");
        assertThat(Long.parseLong(configuration("email.command.v1", "retention.ms")))
                .isLessThan(Long.parseLong(configuration("auth.user.v1", "retention.ms")));
    }

    private static String configuration(String topic, String key) {
        return Topics.all().stream()
                .filter(candidate -> candidate.name().equals(topic))
                .findFirst()
                .orElseThrow()
                .configs()
                .get(key);
    }
}
