package org.coursewise.email.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.coursewise.email.message.Content;
import org.coursewise.email.preference.Category;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.suppression.Suppressions;

/**
 * Whether a mail may go, asked right before it does. What guards an account always goes, to a suppressed address too:
 * somebody asked for that very mail, and without it could never get in again; how many a stranger can ask for is
 * limited where they are asked for.
 */
@Singleton
final class Consent {

    private final Suppressions suppressions;
    private final Preferences preferences;
    private final Recipients recipients;

    @Inject
    Consent(Suppressions suppressions, Preferences preferences, Recipients recipients) {
        this.suppressions = suppressions;
        this.preferences = preferences;
        this.recipients = recipients;
    }

    /** Why a mail must not be sent; empty when it may. */
    Optional<String> objection(Content content) {
        var category = Category.of(content.template());
        if (content.to() == null || !category.canBeTurnedOff()) {
            return Optional.empty();
        }
        var suppressed = suppressions.find(content.to());
        if (suppressed.isPresent()) {
            return Optional.of("The address is suppressed: " + suppressed.get().reason());
        }
        var isWanted = content.isTrial()
                || user(content)
                        .map(userId -> preferences.wants(userId, category))
                        .orElseGet(() -> Preferences.wantsByDefault(category));
        return isWanted
                ? Optional.empty()
                : Optional.of("Mails of the category " + category.wire() + " are not wanted");
    }

    /** Whose mail it is, also when it was asked for by an address. */
    Optional<String> user(Content content) {
        return Optional.ofNullable(content.userId())
                .or(() -> Optional.ofNullable(content.to()).flatMap(recipients::userAt));
    }
}
