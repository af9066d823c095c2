package org.coursewise.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import org.coursewise.auth.account.UserId;
import org.coursewise.rest.caller.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every sensitive act, in the transaction that it happens in. Details say what a reader needs to understand it, and
 * never a secret, an address of a mailbox or a name: entries outlive the people.
 */
@ApplicationScoped
public class AuditTrail {

    private static final JsonMapper JSON = JsonMapper.shared();

    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The caller did this, to or for {@code subject}; somebody who is not logged in is anonymous. */
    @Transactional
    public void record(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.of(caller), subject, details);
    }

    /** Somebody who is not logged in has shown to be {@code subject} and did this. */
    @Transactional
    public void recordBySubject(AuditType type, UserId subject, Map<String, String> details) {
        add(type, Actor.user(subject.toString(), caller.address()), subject, details);
    }

    /** A transaction of its own, for what is refused: the refusal undoes the caller's. */
    @Transactional(TxType.REQUIRES_NEW)
    public void recordRefusal(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.of(caller), subject, details);
    }

    /** Somebody who was not logged in asked for this at {@code address} a moment ago. */
    @Transactional
    public void recordAnonymous(AuditType type, UserId subject, String address, Map<String, String> details) {
        add(type, Actor.anonymous(address), subject, details);
    }

    /** Nobody asked for this; it is done outside of any request. */
    @Transactional
    public void recordBySystem(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.SYSTEM, subject, details);
    }

    private void add(AuditType type, Actor actor, @Nullable UserId subject, Map<String, String> details) {
        entities.persist(new AuditEvent(clock.instant(), type, actor, subject, JSON.writeValueAsString(details)));
    }
}
