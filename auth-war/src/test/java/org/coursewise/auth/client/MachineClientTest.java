package org.coursewise.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.token.Scope;
import org.junit.jupiter.api.Test;

class MachineClientTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final MachineClient client = new MachineClient("A test", Set.of(Scope.EMAILS_SEND), NOW);

    @Test
    void twoSecretsAreGoodAndAThirdReplacesTheOldest() {
        var first = client.newSecret(NOW);
        var second = client.newSecret(NOW);
        assertThat(client.accepts(first)).isPresent();
        assertThat(client.accepts(second)).isPresent();

        var third = client.newSecret(NOW);
        assertThat(client.accepts(first)).isEmpty();
        assertThat(client.accepts(second)).isPresent();
        assertThat(client.accepts(third)).isPresent();
        assertThat(client.secrets()).extracting(ClientSecret::position).containsExactly(1, 2);
    }

    @Test
    void aSecretThatIsTakenAwayIsGoodNoMore() {
        var first = client.newSecret(NOW);
        var second = client.newSecret(NOW);
        var id = client.accepts(first).orElseThrow().id();
        assertThat(client.removeSecret(id)).isTrue();
        assertThat(client.removeSecret(id)).isFalse();
        assertThat(client.removeSecret(UUID.randomUUID())).isFalse();
        assertThat(client.accepts(first)).isEmpty();
        assertThat(client.accepts(second)).isPresent();
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        var secret = client.accepts(client.newSecret(NOW)).orElseThrow();
        assertThat(secret.isDueToBeNoted(NOW)).isTrue();
    }
}
