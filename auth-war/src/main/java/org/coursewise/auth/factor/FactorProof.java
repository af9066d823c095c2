package org.coursewise.auth.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** In a session a factor was shown, at its log-in or later. */
@Entity
@Table(name = "factor_proof")
public class FactorProof {

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "factor_id")
    private UUID factorId;

    @Column(name = "shown_at")
    private Instant shownAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected FactorProof() {}

    FactorProof(UUID sessionId, UUID factorId, Instant shownAt) {
        this.sessionId = sessionId;
        this.factorId = factorId;
        this.shownAt = shownAt;
    }
}
