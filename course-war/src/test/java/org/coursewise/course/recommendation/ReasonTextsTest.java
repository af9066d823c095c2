package org.coursewise.course.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

    @Test
    void everyReasonIsThereInEveryLanguage() {
        assertThat(bundle(Locale.GERMAN).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    @Test
    void theFirstLanguageThatThereIsCounts() {
        assertThat(ReasonTexts.of(Locale.LanguageRange.parse("fr, de-AT;q=.8, en;q=.5")))
                .isEqualTo(Locale.GERMAN);
        assertThat(ReasonTexts.of(Locale.LanguageRange.parse("zh"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void namesAreTakenAsTheyAre() {
        assertThat(ReasonTexts.reason(Locale.GERMAN, "because-you-took", "It's {0} 'n' more", "id")
                        .text())
                .isEqualTo("Weil Sie „It's {0} 'n' more“ belegt haben");
        assertThat(ReasonTexts.reason(Locale.ENGLISH, "matches-your-interests", null, null)
                        .text())
                .isEqualTo("Matches the level you look for");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.coursewise.course.recommendation.reasons", locale);
    }
}
