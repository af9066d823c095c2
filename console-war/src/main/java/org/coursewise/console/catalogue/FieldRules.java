package org.coursewise.console.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** What a browser can check of a field before it is sent, as attributes of HTML. The API checks all of it again, and more. */
@Named("fieldRules")
@ApplicationScoped
public class FieldRules {

    private static final Map<String, String> TIME = Map.of("type", "datetime-local", "step", "any");

    private static final Map<String, Map<String, String>> OF = Map.ofEntries(
            Map.entry("code", Map.of("required", "required", "maxlength", "64", "pattern", "[^\\|]*")),
            Map.entry("title", Map.of("required", "required", "maxlength", "200")),
            Map.entry("summary", Map.of("maxlength", "2000")),
            Map.entry("description", Map.of("maxlength", "50000")),
            Map.entry("language", Map.of("maxlength", "35", "spellcheck", "false")),
            Map.entry("durationHours", Map.of("type", "number", "min", "0", "max", "100000", "step", "any")),
            Map.entry("capacity", Map.of("type", "number", "min", "1", "step", "1")),
            Map.entry("enrollFrom", TIME),
            Map.entry("enrollUntil", TIME),
            Map.entry("startsAt", TIME),
            Map.entry("endsAt", TIME));

    public Map<String, String> of(String name) {
        return OF.getOrDefault(name, Map.of());
    }
}
