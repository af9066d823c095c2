package org.coursewise.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org", "admin@localhost", "o'brien+news@mail.example.co.uk", "juergen@bücher.example"
            })
    void anAddressIsKeptAsItsOwnerWroteIt(String text) {
        assertThat(EmailAddress.of(" " + text + " ").value()).isEqualTo(text);
    }

    @Test
    void twoSpellingsThatDifferInCaseAreOneAccount() {
        assertThat(EmailAddress.of("Ada@Example.ORG").key())
                .isEqualTo(EmailAddress.of("ada@example.org").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example..org",
                ".ada@example.org",
                "ada lovelace@example.org",
                "ada@example.org\r\nBcc: all@example.org",
                "ada@exam\nple.org",
                "ada@-example.org",
                "a@b@c",
                "jürgen@example.org"
            })
    void anythingElseIsRefusedNamingTheField(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.errors().get(0).field())
                .isEqualTo("email"));
    }

    @Test
    void anAddressNoMailHostCouldTakeIsRefused() {
        assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + "@example.org"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> EmailAddress.of("a@" + "b".repeat(260))).isInstanceOf(ProblemException.class);
    }
}
