package org.coursewise.auth.account;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.coursewise.rest.problem.ProblemException;

/** BCP 47 language tags, checked and put into their canonical form. */
public final class LanguageTag {

    private LanguageTag() {}

    /** @throws ProblemException 400 naming the field {@code locale} */
    public static String canonical(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // told below, as for a tag without a language
        }
        throw ProblemException.invalidInput("locale", "must be a language tag such as en or de-AT");
    }
}
