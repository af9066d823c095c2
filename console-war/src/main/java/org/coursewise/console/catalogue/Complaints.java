package org.coursewise.console.catalogue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coursewise.console.api.ApiException;
import org.jspecify.annotations.Nullable;

/** What the API finds wrong with what was typed, at the fields it is about. */
final class Complaints {

    private Complaints() {}

    /**
     * By the field's name; of an item of a list by the list's. Empty when the API refused for another reason, or for a field
     * that the form does not have: that is told at the page's head.
     */
    static Map<String, String> of(ApiException refused, Set<String> fields) {
        var complaints = new LinkedHashMap<String, String>();
        for (var error : refused.problem().errors()) {
            var field = name(error.field());
            if (!fields.contains(field)) {
                return Map.of();
            }
            complaints.merge(field, sentence(error.message()), (first, next) -> first + " " + next);
        }
        return complaints;
    }

    private static String name(@Nullable String field) {
        return field == null ? "" : field.replaceFirst("[.\\[].*", "");
    }

    private static String sentence(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "?";
        }
        var text = message.strip();
        var whole = text.endsWith(".") ? text : text + ".";
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }
}
