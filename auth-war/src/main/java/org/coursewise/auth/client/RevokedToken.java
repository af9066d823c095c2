package org.coursewise.auth.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access token that its client gave back before it expired, known by its {@code jti}. */
@Entity
@Table(name = "revoked_token")
public class RevokedToken {

    @Id
    private String jti;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected RevokedToken() {}
}
