package org.coursewise.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.overview.Issues.Issue;
import org.junit.jupiter.api.Test;

class IssuesTest {

    private final Texts texts = Texts.of("overview", Locale.ENGLISH);

    @Test
    void nothingIsSaidWhenAllIsWell() {
        assertThat(Issues.of(List.of(service(true, 3, 0)), texts)).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerComesFirst() {
        var issues = Issues.of(List.of(service(true, 0, 2), new Service("auth", Map.of())), texts);
        assertThat(issues).extracting(Issue::text).first().asString().startsWith("The service auth does not answer");
        assertThat(issues).hasSize(2).last().extracting(Issue::isDeadLetters).isEqualTo(true);
    }

    @Test
    void whatIsBehindAndWhatCannotBeReachedIsSaid() {
        assertThat(Issues.of(List.of(service(false, 20_000, 0)), texts))
                .extracting(Issue::text)
                .satisfiesExactly(
                        dependency -> assertThat(dependency).isEqualTo("email does not reach mongodb."),
                        lag -> assertThat(lag).contains("20,000 records behind on auth.user.v1"));
    }

    private static Service service(boolean reaches, int lag, int deadLetters) {
        return new Service(
                "email",
                Map.of(
                        "status", "up",
                        "dependencies", List.of(Map.of("name", "mongodb", "up", reaches)),
                        "outbox", Map.of("waiting", 0, "parked", 0),
                        "consumers", List.of(Map.of("topic", "auth.user.v1", "lag", lag, "deadLetters", deadLetters))));
    }
}
