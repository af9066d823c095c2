package org.coursewise.console.reset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewPasswordTest {

    @Test
    void eightCharactersAreEnoughAndACharacterIsWhatAPersonCounts() {
        assertThat(twice("12345678").complaint()).isEmpty();
        assertThat(twice("1234567").complaint()).contains("reset.too-short");
        assertThat(twice("😀".repeat(4)).complaint()).contains("reset.too-short");
        assertThat(twice("😀".repeat(128)).complaint()).isEmpty();
        assertThat(twice("a".repeat(129)).complaint()).contains("reset.too-long");
    }

    @Test
    void bothMustBeTheSameToTheLastSpace() {
        assertThat(new NewPassword("correct horse", "correct horse ").complaint())
                .contains("reset.different");
    }

    @Test
    void itsTextFormKeepsTheSecret() {
        assertThat(twice("correct horse").toString()).doesNotContain("correct");
    }

    private static NewPassword twice(String password) {
        return new NewPassword(password, password);
    }
}
