package org.coursewise.auth.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(8);

    @Test
    void eightCharactersAreEnoughAndSevenAreNot() {
        assertThatCode(() -> rules.check("password", "abcdefgh")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("password", "abcdefg")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aHundredAndTwentyEightAreStillAccepted() {
        assertThatCode(() -> rules.check("password", "x".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("password", "x".repeat(129))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCharacterIsWhatAPersonTypesNotAUtf16Unit() {
        assertThatThrownBy(() -> rules.check("password", "🐎".repeat(7))).isInstanceOf(ProblemException.class);
        assertThatCode(() -> rules.check("password", "🐎".repeat(8))).doesNotThrowAnyException();
    }
}
