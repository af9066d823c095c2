package org.coursewise.jenkins;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** security/allow-list.yaml: a list of entries with {@code id}, {@code reason}, {@code expires} and perhaps {@code in}. */
record AllowList(List<Allowance> allowances) {

    private static final Set<String> FIELDS = Set.of("id", "in", "reason", "expires");

    AllowList {
        allowances = List.copyOf(allowances);
    }

    /** Reads strictly: an entry that is not understood must not let anything pass. */
    static AllowList read(Path file) {
        var root = parse(file);
        if (root.isMissingNode() || root.isNull()) {
            return new AllowList(List.of());
        }
        if (!root.isArray()) {
            throw new UnreadableException(file + ": a list of entries is expected");
        }
        var allowances = new ArrayList<Allowance>();
        for (var entry : root) {
            allowances.add(allowance(file, entry));
        }
        return new AllowList(allowances);
    }

    private static JsonNode parse(Path file) {
        try {
            return YAMLMapper.shared().readTree(file);
        } catch (JacksonException unreadable) {
            throw new UnreadableException(file + ": " + unreadable.getOriginalMessage());
        }
    }

    private static Allowance allowance(Path file, JsonNode entry) {
        for (var field : entry.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new UnreadableException(file + ": an entry has no field \"" + field + "\"");
            }
        }
        var expires = required(file, entry, "expires");
        try {
            return new Allowance(
                    required(file, entry, "id"),
                    optional(entry, "in"),
                    required(file, entry, "reason"),
                    LocalDate.parse(expires));
        } catch (DateTimeParseException noDay) {
            throw new UnreadableException(file + ": \"" + expires + "\" is not a day such as 2027-01-31");
        }
    }

    private static String required(Path file, JsonNode entry, String field) {
        var value = optional(entry, field);
        if (value == null || value.isBlank()) {
            throw new UnreadableException(file + ": an entry lacks \"" + field + "\": " + entry);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode entry, String field) {
        return entry.path(field).isString() ? entry.path(field).stringValue() : null;
    }
}
