package org.coursewise.rest.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"en,en", "DE-at,de-AT", "zh-hans-cn,zh-Hans-CN"})
    void aTagGetsItsCanonicalForm(String written, String canonical) {
        assertThat(LanguageTag.canonical("locale", written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "e", "en_US", "123", "en\r\n"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> LanguageTag.canonical("locale", text)).isInstanceOf(ProblemException.class);
    }
}
