package org.coursewise.course.recommendation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Accept-Language asks for. */
final class Languages {

    private Languages() {}

    /** None when the header is missing or says nothing that can be understood. */
    static List<Locale.LanguageRange> of(@Nullable String header) {
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
