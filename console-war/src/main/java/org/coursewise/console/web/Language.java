package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

/** The language to answer in: the one that was chosen, else the first one of the browser's that we speak. */
public final class Language {

    private Language() {}

    public static Locale of(HttpServletRequest request) {
        return Stream.concat(
                        Look.chosen(request, Look.LANGUAGE).stream(),
                        Collections.list(request.getLocales()).stream().map(Locale::getLanguage))
                .filter(Look.LANGUAGES::contains)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
