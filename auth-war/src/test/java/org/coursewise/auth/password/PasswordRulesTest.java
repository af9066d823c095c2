package org.coursewise.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.address.EmailAddress;
import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress ADA = new EmailAddress("Ada.Lovelace@example.org");

    private final PasswordRules rules = new PasswordRules(8);

    @Test
    void eightCharactersAreEnoughAndSevenAreNot() {
        accepts("abqdefgh");
        refuses("abqdefg", "must have at least 8 characters");
    }

    @Test
    void aHundredAndTwentyEightAreStillAccepted() {
        accepts("x".repeat(128));
        refuses("x".repeat(129), "must have at most 128 characters");
    }

    @Test
    void aCharacterIsWhatAPersonTypesNotAUtf16Unit() {
        refuses("🐎".repeat(7), "must have at least 8 characters");
        accepts("🐎".repeat(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "Password1", "QWERTYUIOP", "iloveyou", "1qaz2wsx", "trustno1"})
    void whatEverybodyTriesFirstIsRefused(String common) {
        refuses(common, "is among the most common ones");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace@example.org",
                "ADA.LOVELACE",
                "ada.lovelace99",
                "2026-Ada.Lovelace!",
                "coursewise",
                "Coursewise123",
            })
    void onesOwnAddressAndTheNameOfTheServiceAreRefused(String name) {
        refuses(name, "must not be your address or the name of this service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "an entirely different staple",
                "a password that must not be seen",
                "coursewise is where I learn",
                "Grüße & 100 % €😀+= ",
                "of-this-test-alone",
            })
    void sentencesAreAcceptedWhateverTheyAreMadeOf(String sentence) {
        accepts(sentence);
    }

    @Test
    void anAddressWithoutLettersForbidsOnlyItself() {
        var digits = new EmailAddress("20261127@example.org");
        assertThatCode(() -> rules.check("password", "83920174", digits)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("password", "20261127", digits)).isInstanceOf(ProblemException.class);
    }

    private void accepts(String password) {
        assertThatCode(() -> rules.check("password", password, ADA)).doesNotThrowAnyException();
    }

    private void refuses(String password, String why) {
        assertThatThrownBy(() -> rules.check("newPassword", password, ADA))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type().status()).isEqualTo(400);
                    assertThat(refusal.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("newPassword");
                        assertThat(error.message()).startsWith(why);
                    });
                });
    }
}
