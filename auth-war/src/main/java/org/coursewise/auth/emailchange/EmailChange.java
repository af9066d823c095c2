package org.coursewise.auth.emailchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.device.Device;

/** Another address that an account shall have, once both mailboxes have agreed; one at a time for an account. */
@Entity
@Table(name = "email_change")
public class EmailChange {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "new_email")
    private String newEmail;

    @Column(name = "session_id")
    private UUID sessionId;

    private String device;
    private String address;

    @Column(name = "old_confirmed")
    private boolean oldConfirmed;

    @Column(name = "new_confirmed")
    private boolean newConfirmed;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected EmailChange() {}

    EmailChange(UserId account, EmailAddress newEmail, UUID session, Device device, Instant expiresAt) {
        this.accountId = account.value();
        this.newEmail = newEmail.value();
        this.sessionId = session;
        this.device = device.userAgent();
        this.address = device.address();
        this.expiresAt = expiresAt;
    }

    void confirmOld() {
        oldConfirmed = true;
    }

    void confirmNew() {
        newConfirmed = true;
    }

    /** Whether both mailboxes have agreed. */
    boolean agreed() {
        return oldConfirmed && newConfirmed;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    EmailAddress newEmail() {
        return new EmailAddress(newEmail);
    }

    /** The session that asked for it. */
    UUID session() {
        return sessionId;
    }

    /** Where it was asked for. */
    Device device() {
        return new Device(device, address);
    }
}
