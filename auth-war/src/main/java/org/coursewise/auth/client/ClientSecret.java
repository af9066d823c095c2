package org.coursewise.auth.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.auth.onetime.Secrets;
import org.jspecify.annotations.Nullable;

/** One of the secrets a client may show; its hash alone is kept. */
@Entity
@Table(name = "machine_client_secret")
public class ClientSecret {

    /** A use is noted this exactly: not every token is worth a write. */
    static final Duration NOTED = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "machine_client_id")
    @SuppressWarnings("UnusedVariable") // read by Jakarta Persistence, for the column
    private MachineClient client;

    private int position;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected ClientSecret() {}

    ClientSecret(MachineClient client, int position, String secret, Instant now) {
        this.id = UUID.randomUUID();
        this.client = client;
        this.position = position;
        this.secretHash = Secrets.hash(secret);
        this.createdAt = now;
    }

    boolean is(String secret) {
        return Secrets.matches(secret, secretHash);
    }

    /** Whether its last use is longer ago than what is noted. */
    boolean isDueToBeNoted(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minus(NOTED));
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
