package org.coursewise.console.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;

/** Which mails there are, in which languages. */
final class TemplateNames {

    private static final List<String> LANGUAGES = List.of("en", "de");

    /** Those of a service that does not list them yet. */
    private static final List<String> RELEASED = List.of(
            "address-change-confirmation",
            "address-changed",
            "address-known",
            "course-completed",
            "email-verification",
            "enrollment-confirmation",
            "new-device",
            "password-changed",
            "password-reset",
            "recommendation-digest",
            "waiting-list",
            "welcome");

    private TemplateNames() {}

    /** Rows of name and locale, and whatever else the API says of each. */
    static List<Map<String, Object>> all(Api api) {
        try {
            return api.get(Call.to("templates")).items();
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            var rows = new ArrayList<Map<String, Object>>();
            for (var name : RELEASED) {
                for (var language : LANGUAGES) {
                    rows.add(Map.of("name", name, "locale", language));
                }
            }
            return rows;
        }
    }

    static List<String> names(Api api) {
        return all(api).stream()
                .map(row -> String.valueOf(row.get("name")))
                .distinct()
                .toList();
    }
}
