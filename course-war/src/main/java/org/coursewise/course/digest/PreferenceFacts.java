package org.coursewise.course.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.jspecify.annotations.Nullable;

/** What is done when email tells who wants recommendations by mail ({@code email.preference.v1}). */
@ApplicationScoped
public class PreferenceFacts implements EventHandler {

    private static final String CHANGED = "org.coursewise.email.preference.changed";
    private static final int LONGEST_LOCALE = 35;

    @Inject
    DigestSubscriptions subscriptions;

    record Preference(
            @Nullable String userId,
            @Nullable Boolean recommendations,
            @Nullable String locale) {}

    @Override
    public void handle(Event fact) {
        if (!fact.type().equals(CHANGED)) {
            return;
        }
        var preference = fact.data(Preference.class);
        if (preference.userId() == null || preference.recommendations() == null) {
            throw new UnprocessableEventException("userId and recommendations have to be there");
        }
        if (preference.locale() != null && preference.locale().length() > LONGEST_LOCALE) {
            throw new UnprocessableEventException("locale has to be a language tag");
        }
        if (preference.recommendations()) {
            subscriptions.begin(preference.userId(), preference.locale());
        } else {
            subscriptions.end(preference.userId());
        }
    }
}
