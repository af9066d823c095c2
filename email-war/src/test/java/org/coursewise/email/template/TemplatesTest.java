package org.coursewise.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private final Templates templates = new Templates();

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "de, de",
        "de-AT, de",
        "de_CH, de",
        "DE, de",
        "en-GB, en",
        "fr, en",
        "zh-Hant-TW, en",
        "'', en",
        "not a locale, en",
    })
    void aLocaleFallsBackToItsLanguageAndThenToEnglish(String asked, String given) {
        assertThat(templates.find("welcome", asked)).map(Template::locale).contains(given);
    }

    @Test
    void anUnknownNameHasNoTemplate() {
        assertThat(templates.find("../layout/layout", "en")).isEmpty();
    }

    @Test
    void allAreThereInEveryLanguageAndAsReleased() {
        var all = templates.all();
        assertThat(all).hasSize(BuiltIn.NAMES.size() * BuiltIn.LANGUAGES.size()).noneMatch(templates::isCustomized);
        assertThat(all.get(0).name() + " " + all.get(0).locale()).isEqualTo("address-change-confirmation de");
    }

    @ParameterizedTest
    @CsvSource({
        "email-verification, displayName link",
        "address-known, displayName",
        "welcome, displayName",
        "password-reset, displayName link",
        "password-changed, address at device displayName",
        "address-change-confirmation, displayName link newAddress",
        "address-changed, address at device displayName newAddress",
        "new-device, address at device displayName",
        "enrollment-confirmation, courseTitle displayName",
        "course-completed, certificateUrl courseTitle displayName",
        "waiting-list, courseTitle displayName",
        "recommendation-digest, course1Reason course1Title course1Url course2Reason course2Title course2Url"
                + " course3Reason course3Title course3Url course4Reason course4Title course4Url"
                + " course5Reason course5Title course5Url displayName",
    })
    void aTemplateSaysWhichVariablesItNeedsInEveryLanguage(String name, String variables) {
        for (var language : BuiltIn.LANGUAGES) {
            assertThat(templates.find(name, language).orElseThrow().variables()).containsExactly(variables.split(" "));
        }
    }
}
