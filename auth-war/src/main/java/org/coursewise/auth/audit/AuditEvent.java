package org.coursewise.auth.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.coursewise.auth.account.UserId;
import org.jspecify.annotations.Nullable;

/** One act; written once. It names people by their ids alone. */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private AuditType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_id")
    private String actorId;

    private String address;

    private String subject;

    private String details;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected AuditEvent() {}

    AuditEvent(Instant at, AuditType type, Actor actor, @Nullable UserId subject, String details) {
        this.at = at;
        this.type = type;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.address = actor.address();
        this.subject = subject == null ? "" : subject.toString();
        this.details = details;
    }

    long id() {
        return id;
    }

    AuditEntry view() {
        return new AuditEntry(
                Long.toString(id),
                at,
                type,
                actorKind.name().toLowerCase(Locale.ROOT),
                actorId,
                subject,
                address,
                details);
    }
}
