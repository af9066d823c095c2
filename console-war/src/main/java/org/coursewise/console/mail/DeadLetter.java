package org.coursewise.console.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record that a consumer could not handle. */
public record DeadLetter(Map<String, Object> row) {

    private static final JsonMapper JSON = new JsonMapper();

    public String id() {
        return text("id");
    }

    /** One of the record's own. */
    public record Header(String name, String value) {}

    public List<Header> headers() {
        return row.get("headers") instanceof Map<?, ?> all
                ? all.entrySet().stream()
                        .map(entry -> new Header(String.valueOf(entry.getKey()), String.valueOf(entry.getValue())))
                        .toList()
                : List.of();
    }

    /** The record's value with its lines broken, where it is JSON; else as it is. */
    public String content() {
        return json().map(JsonNode::toPrettyString).orElse(text("value"));
    }

    /** To whom the mail is that the record asks for, where it asks for one. */
    public String to() {
        return json().map(value -> value.path("to").asString("")).orElse("");
    }

    /** Whether this one is the same record again, set aside after a moment: it was tried once more, and failed once more. */
    boolean isAgain(DeadLetter earlier, Instant moment) {
        return !id().equals(earlier.id())
                && text("topic").equals(earlier.text("topic"))
                && text("consumer").equals(earlier.text("consumer"))
                && text("key").equals(earlier.text("key"))
                && text("value").equals(earlier.text("value"))
                && Instant.parse(text("at")).isAfter(moment);
    }

    private Optional<JsonNode> json() {
        try {
            return Optional.ofNullable((String) row.get("value"))
                    .map(JSON::readTree)
                    .filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        @Nullable Object value = row.get(name);
        return value == null ? "" : value.toString();
    }
}
