package org.coursewise.systemtests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Commands to send a mail, as auth and course write them. */
final class MailCommands {

    static final String TOPIC = "email.command.v1";

    private MailCommands() {}

    static Topic.Entry welcome(String to) {
        return welcome(UUID.randomUUID(), UUID.randomUUID().toString(), to);
    }

    static Topic.Entry welcome(UUID id, String key, String to) {
        var command = Map.of("to", to, "template", "welcome", "variables", Map.of("displayName", "Ada"));
        return new Topic.Entry(key, Api.JSON.writeValueAsString(command), headers(id, "send-requested"));
    }

    static List<Topic.Entry> welcomes(int count, IntFunction<String> address) {
        return IntStream.range(0, count)
                .mapToObj(number -> welcome(address.apply(number)))
                .toList();
    }

    /** @param type the last word of it */
    static Map<String, String> headers(UUID id, String type) {
        return Map.of(
                "ce_id", id.toString(),
                "ce_type", "org.coursewise.email.command." + type,
                "ce_source", "/test",
                "ce_specversion", "1.0",
                "ce_time", "2026-11-27T12:00:00Z",
                "content-type", "application/json");
    }
}
