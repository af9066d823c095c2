package org.coursewise.auth.onetime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A token that was sent by mail. Its hash alone is kept. A registration's token carries what was registered with it:
 * confirming it confirms that password and no other, so nobody can slip a password of theirs under another's address.
 */
@Entity
@Table(name = "one_time_token")
public class OneTimeToken {

    /** What it is good for; never for anything else. */
    public enum Purpose {
        VERIFY_EMAIL,
        RESET_PASSWORD,
        CONFIRM_OLD_ADDRESS,
        CONFIRM_NEW_ADDRESS
    }

    @Id
    private String hash;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "display_name")
    private @Nullable String displayName;

    private @Nullable String locale;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected OneTimeToken() {}

    OneTimeToken(String hash, UserId account, Purpose purpose, @Nullable Pledge pledge, Instant expiresAt) {
        this.hash = hash;
        this.accountId = account.value();
        this.purpose = purpose;
        this.expiresAt = expiresAt;
        if (pledge != null) {
            this.passwordHash = pledge.passwordHash();
            this.displayName = pledge.profile().displayName();
            this.locale = pledge.profile().locale();
        }
    }

    public Purpose purpose() {
        return purpose;
    }

    public UserId account() {
        return new UserId(accountId);
    }

    /** What is to be set once the token comes back, if anything. */
    public @Nullable Pledge pledge() {
        if (passwordHash == null || displayName == null || locale == null) {
            return null;
        }
        return new Pledge(passwordHash, new Profile(displayName, locale));
    }

    boolean goodFor(Purpose wanted, Instant now) {
        return purpose == wanted && now.isBefore(expiresAt);
    }
}
