package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The language to answer in: the first one of the visitor's that we speak, as Faces chooses it for its pages too. */
final class Language {

    private Language() {}

    static Locale of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("en") || language.equals("de"))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
