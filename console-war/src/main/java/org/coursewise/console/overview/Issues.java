package org.coursewise.console.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewise.console.layout.Texts;
import org.jspecify.annotations.Nullable;

/** What of the services' state somebody should look at, the gravest first; nothing when all is well. */
final class Issues {

    /** So much waits for a moment whenever many people do something at once. */
    private static final long USUAL = 1_000;

    private final Texts texts;
    private final List<Issue> found = new ArrayList<>();

    private Issues(Texts texts) {
        this.texts = texts;
    }

    /**
     * A sentence for a person.
     *
     * @param isDeadLetters whether the list of dead letters is where to go
     */
    public record Issue(String text, boolean isDeadLetters) {}

    static List<Issue> of(List<Service> services, Texts texts) {
        var issues = new Issues(texts);
        services.stream()
                .filter(service -> !service.isUp())
                .forEach(service -> issues.say("issue.down", service.name()));
        services.forEach(issues::look);
        return List.copyOf(issues.found);
    }

    private void look(Service service) {
        for (var dependency : service.list("dependencies")) {
            if (!Boolean.TRUE.equals(dependency.get("up"))) {
                say("issue.dependency", service.name(), String.valueOf(dependency.get("name")));
            }
        }
        if (service.status().get("outbox") instanceof Map<?, ?> outbox) {
            sayAbove(USUAL, outbox.get("waiting"), "issue.outbox", service.name(), "");
            sayAbove(0, outbox.get("parked"), "issue.parked", service.name(), "");
        }
        for (var consumer : service.list("consumers")) {
            var topic = String.valueOf(consumer.get("topic"));
            sayAbove(USUAL, consumer.get("lag"), "issue.lag", service.name(), topic);
            sayAbove(0, consumer.get("deadLetters"), "issue.dead-letters", service.name(), topic);
        }
    }

    private void sayAbove(long limit, @Nullable Object figure, String key, String service, String topic) {
        if (figure instanceof Number number && number.longValue() > limit) {
            found.add(new Issue(texts.get(key, service, number, topic), key.equals("issue.dead-letters")));
        }
    }

    private void say(String key, Object... values) {
        found.add(new Issue(texts.get(key, values), false));
    }
}
