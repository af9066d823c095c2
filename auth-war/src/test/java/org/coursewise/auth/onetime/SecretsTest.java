package org.coursewise.auth.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aSecretHas256BitsAndIsNeverTheSame() {
        assertThat(Secrets.random()).hasSize(43).isNotEqualTo(Secrets.random());
    }

    @Test
    void aSecretMatchesItsHashAlone() {
        var secret = Secrets.random();
        assertThat(Secrets.matches(secret, Secrets.hash(secret))).isTrue();
        assertThat(Secrets.matches(Secrets.random(), Secrets.hash(secret))).isFalse();
        assertThat(Secrets.hash(secret)).doesNotContain(secret);
    }
}
