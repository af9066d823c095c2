package org.coursewise.course.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.idempotency.KeptAnswers;
import org.jspecify.annotations.Nullable;

/** What is done when auth tells of a user ({@code auth.user.v1}): course knows learners by their ids alone, until they go. */
@ApplicationScoped
public class UserFacts implements EventHandler {

    private static final String DELETED = "org.coursewise.auth.user.deleted";

    @Inject
    Erasing erasing;

    @Inject
    KeptAnswers answers;

    record Deleted(@Nullable String userId) {}

    @Override
    public void handle(Event fact) {
        if (!fact.type().equals(DELETED)) {
            return;
        }
        var userId = fact.data(Deleted.class).userId();
        if (userId == null) {
            throw new UnprocessableEventException("userId has to be there");
        }
        erasing.erase(userId, fact.time());
        answers.forget(userId);
    }
}
