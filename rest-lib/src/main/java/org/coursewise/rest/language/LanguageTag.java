package org.coursewise.rest.language;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.problem.ProblemException;

/** BCP 47 language tags, checked and put into their canonical form. */
public final class LanguageTag {

    private LanguageTag() {}

    /** @throws ProblemException 400 naming the field */
    public static String canonical(String field, String tag) {
        return parse(tag)
                .orElseThrow(() -> ProblemException.invalidInput(field, "must be a language tag such as en or de-AT"));
    }

    /** The canonical form, unless the text is no language tag. */
    public static Optional<String> parse(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return Optional.of(locale.toLanguageTag());
            }
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
