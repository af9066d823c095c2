package org.coursewise.course.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.coursewise.settings.SecretBox;
import org.junit.jupiter.api.Test;

class RecommendationIdTest {

    private static final SecretBox KEYS = SecretBox.random();

    @Test
    void carriesModelScenarioAndTime() {
        var id = RecommendationId.of("20261123T221503123Z", "home", "ada", Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(RecommendationId.opened(id.sealed(KEYS), KEYS)).contains(id);
        assertThat(id.isFor("ada")).isTrue();
        assertThat(id.isFor("bob")).isFalse();
    }

    @Test
    void anotherTextIsNone() {
        assertThat(RecommendationId.opened("", KEYS)).isEmpty();
        assertThat(RecommendationId.opened("made-up", KEYS)).isEmpty();
        assertThat(RecommendationId.opened(KEYS.seal("a|b|c|d|e", "recommendation"), KEYS))
                .isEmpty();
        assertThat(RecommendationId.opened(KEYS.seal("short", "recommendation"), KEYS))
                .isEmpty();
        var others = RecommendationId.of("none", "home", "ada", Instant.EPOCH).sealed(SecretBox.random());
        assertThat(RecommendationId.opened(others, KEYS)).isEmpty();
    }
}
