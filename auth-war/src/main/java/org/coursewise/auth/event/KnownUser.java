package org.coursewise.auth.event;

import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What the other services know of somebody.
 *
 * @param externalId by which imported enrolments call them
 */
public record KnownUser(
        UserId id,
        EmailAddress email,
        Profile profile,
        @Nullable String externalId) {

    static KnownUser of(Account account) {
        return new KnownUser(account.id(), account.email(), account.profile(), account.externalId());
    }

    /** From columns of the table {@code account}. */
    public static KnownUser of(UUID id, String email, String displayName, String locale, @Nullable String externalId) {
        return new KnownUser(new UserId(id), new EmailAddress(email), new Profile(displayName, locale), externalId);
    }
}
