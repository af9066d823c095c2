package org.coursewise.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.device.UserAgent;
import org.jspecify.annotations.Nullable;

/** One log-in on one device: the family of refresh tokens that follow each other. */
@Entity
@Table(name = "session")
public class Session {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String device;

    private String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    Session(UserId account, Device device, Instant now, Duration lifetime) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.device = device.userAgent();
        this.address = device.address();
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /** @param idle how long it may go unused */
    boolean live(Instant now, Duration idle) {
        return endedAt == null && now.isBefore(expiresAt) && now.isBefore(lastUsedAt.plus(idle));
    }

    UUID id() {
        return id;
    }

    UserId account() {
        return new UserId(accountId);
    }

    /** When it ends whatever happens. */
    Instant expiresAt() {
        return expiresAt;
    }

    HeldSession held() {
        return new HeldSession(id.toString(), device, address, createdAt, lastUsedAt, expiresAt, endedAt);
    }

    SessionPosition position() {
        return new SessionPosition(createdAt, id);
    }

    /** @param current the session of who looks, if it is theirs */
    SessionView view(@Nullable UUID current) {
        var name = new UserAgent(device).name();
        return new SessionView(id.toString(), name, address, createdAt, lastUsedAt, id.equals(current));
    }
}
