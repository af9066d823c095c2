package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.address.EmailAddress;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.jspecify.annotations.Nullable;

/**
 * What is done when auth tells of a user's address ({@code auth.user.v1}). Who registers has verified nothing yet, but for
 * those who came with a file; {@code verified} says that they have.
 */
@ApplicationScoped
public class AddressFacts implements EventHandler {

    private static final String PREFIX = "org.coursewise.auth.user.";

    @Inject
    VerifiedAddresses addresses;

    /** @param imported true for who came with a file, confirmed; else absent */
    record User(
            @Nullable String userId,
            @Nullable String email,
            @Nullable Boolean imported) {

        String id() {
            if (userId == null) {
                throw new UnprocessableEventException("userId has to be there");
            }
            return userId;
        }

        EmailAddress address() {
            return EmailAddress.parse(email == null ? "" : email)
                    .orElseThrow(() -> new UnprocessableEventException("email has to be an address"));
        }
    }

    @Override
    public void handle(Event fact) {
        switch (fact.type()) {
            case PREFIX + "registered" -> {
                var user = fact.data(User.class);
                if (Boolean.TRUE.equals(user.imported())) {
                    addresses.verified(user.id(), user.address(), fact.time());
                }
            }
            case PREFIX + "verified" -> {
                var user = fact.data(User.class);
                addresses.verified(user.id(), user.address(), fact.time());
            }
            case PREFIX + "updated" -> {
                var user = fact.data(User.class);
                addresses.changed(user.id(), user.address(), fact.time());
            }
            default -> {}
        }
    }
}
