package org.coursewise.auth.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key that signs access tokens; its private half is sealed with the data keys. */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    private String kid;

    @Column(name = "sealed_jwk")
    private String sealedJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private @Nullable Instant signsFrom;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    SigningKey(String kid, String sealedJwk, Instant createdAt) {
        this.kid = kid;
        this.sealedJwk = sealedJwk;
        this.createdAt = createdAt;
    }

    String kid() {
        return kid;
    }

    String sealedJwk() {
        return sealedJwk;
    }

    /** The same key, under another of our own. */
    void sealAgain(String sealed) {
        sealedJwk = sealed;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant signsFrom() {
        return signsFrom;
    }

    void signFrom(Instant moment) {
        signsFrom = moment;
    }
}
