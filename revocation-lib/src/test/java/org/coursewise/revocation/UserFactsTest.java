package org.coursewise.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.rest.caller.AccessToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFactsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final AccessToken ADMIN =
            new AccessToken("t1", "ada", Optional.of("s1"), Set.of("learner", "admin"), NOON.minusSeconds(9));

    private final DenyList list = new DenyList(Duration.ofMinutes(10), Clock.fixed(NOON, ZoneOffset.UTC));
    private final UserFacts facts = new UserFacts(list);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sessions-ended | {"userId": "ada", "sessionIds": ["s0", "s1"]}
            locked         | {"userId": "ada"}
            deleted        | {"userId": "ada", "newMember": 1}
            client-revoked | {"clientId": "ada"}
            token-revoked  | {"clientId": "ada", "jti": "t1", "expiresAt": "2026-11-27T12:10:00Z"}
            roles-changed  | {"userId": "ada", "roles": ["learner"]}
            """)
    void whatTakesATokenIsHeard(String fact, String data) {
        hear(fact, data);
        assertThat(list.isRevoked(ADMIN)).isTrue();
        assertThat(facts.skipped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "verified", "updated", "unlocked", "something-new"})
    void whatTakesNoTokenIsPassedOver(String fact) {
        hear(fact, "{\"userId\": \"ada\", \"email\": \"ada@example.org\"}");
        assertThat(list.size()).isZero();
        assertThat(facts.skipped()).isZero();
    }

    @Test
    void unlockingLiftsTheBarForNewTokens() {
        hear("locked", "{\"userId\": \"ada\"}");
        hear("unlocked", "{\"userId\": \"ada\"}");
        assertThat(list.isRevoked(ADMIN)).isTrue();
        assertThat(list.isRevoked(new AccessToken("t1", "ada", Optional.of("s2"), Set.of("learner"), NOON)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sessions-ended | {"userId": "ada"}
            sessions-ended | {"sessionIds": [null]}
            sessions-ended | {"sessionIds": "s1"}
            locked         | {}
            client-revoked | {"userId": "ada"}
            token-revoked  | {"clientId": "ada"}
            roles-changed  | {"userId": "ada"}
            roles-changed  | {"userId": "ada", "roles": [null]}
            """)
    void whatIsNotWhatItsTypeSaysIsSkippedAndCounted(String fact, String data) {
        hear(fact, data);
        assertThat(list.size()).isZero();
        assertThat(facts.skipped()).isEqualTo(1);
    }

    @Test
    void anOldFactThatIsReadAgainForAnotherConsumerIsNoNews() {
        var record = Facts.fact(0, 0, "locked", "{\"userId\": \"ada\"}", NOON);
        record.headers().add(DeadLetters.REPLAY_FOR, "email-war-users".getBytes(UTF_8));
        facts.hear(record);
        assertThat(list.size()).isZero();
    }

    private void hear(String fact, String data) {
        facts.hear(Facts.fact(0, 0, fact, data, NOON));
    }
}
