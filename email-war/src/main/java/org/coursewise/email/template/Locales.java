package org.coursewise.email.template;

import java.util.Locale;
import java.util.stream.Stream;

/** Which language stands in for one that we have no text in. */
final class Locales {

    static final String LAST_RESORT = "en";

    private Locales() {}

    /** The locale itself, its language, English: {@code de-AT, de, en}. What is no language tag is English. */
    static Stream<String> fallbacks(String locale) {
        var asked = Locale.forLanguageTag(locale.replace('_', '-'));
        return Stream.of(asked.toLanguageTag(), asked.getLanguage(), LAST_RESORT)
                .filter(tag -> !tag.isEmpty() && !tag.equals("und"))
                .distinct();
    }
}
