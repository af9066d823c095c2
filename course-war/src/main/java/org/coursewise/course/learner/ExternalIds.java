package org.coursewise.course.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import tools.jackson.databind.JsonNode;

/**
 * What is done when auth tells which outside learner a user is ({@code auth.user.v1}). A fact without the member says nothing
 * of it, one with null that they are none.
 */
@ApplicationScoped
public class ExternalIds implements EventHandler {

    private static final String PREFIX = "org.coursewise.auth.user.";

    @Inject
    LearnerLinks links;

    @Override
    public void handle(Event fact) {
        switch (fact.type()) {
            case PREFIX + "registered", PREFIX + "updated" -> link(fact, fact.data(JsonNode.class));
            default -> {}
        }
    }

    private void link(Event fact, JsonNode user) {
        var externalId = user.path("externalId");
        if (externalId.isString()) {
            links.link(userId(user), externalId.asString(), fact.time());
        } else if (externalId.isNull() && fact.type().equals(PREFIX + "updated")) {
            links.unlink(userId(user));
        }
    }

    void forget(@Observes LearnerLeft left) {
        links.unlink(left.learner());
    }

    private static String userId(JsonNode user) {
        var userId = user.path("userId");
        if (!userId.isString()) {
            throw new UnprocessableEventException("userId has to be there");
        }
        return userId.asString();
    }
}
