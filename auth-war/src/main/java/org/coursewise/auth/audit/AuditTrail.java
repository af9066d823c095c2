package org.coursewise.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
@Transactional
public class AuditTrail {

    private static final String ADD_MANY = """
            insert into audit_event (at, type, actor_kind, actor_id, address, subject, details)
            select cast(?1 as timestamptz), ?2, ?3, '', '', subject, details
            from jsonb_to_recordset(cast(?4 as jsonb)) as row (subject text, details text) order by subject
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    record Subject(String subject, String details) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The caller did this, to or for {@code subject}; somebody who is not logged in is anonymous. */
    public void record(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.of(caller), subject, details);
    }

    /** Somebody who is not logged in has shown to be {@code subject} and did this. */
    public void recordBySubject(AuditType type, UserId subject, Map<String, String> details) {
        add(type, Actor.user(subject.toString(), caller.address()), subject, details);
    }

    /** A machine client that has shown its secret did this; it brings no access token. */
    public void recordByClient(AuditType type, String clientId, Map<String, String> details) {
        add(type, Actor.client(clientId, caller.address()), null, details);
    }

    /** A transaction of its own, for what is refused: the refusal undoes the caller's. */
    @Transactional(TxType.REQUIRES_NEW)
    public void recordRefusal(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.of(caller), subject, details);
    }

    /** Somebody who was not logged in asked for this at {@code address} a moment ago. */
    public void recordAnonymous(AuditType type, UserId subject, String address, Map<String, String> details) {
        add(type, Actor.anonymous(address), subject, details);
    }

    /** Nobody asked for this; it is done outside of any request. */
    public void recordBySystem(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        add(type, Actor.SYSTEM, subject, details);
    }

    /** The same for many at once: by the id of each whom it is about, the details. */
    public void recordBySystem(AuditType type, Map<UserId, Map<String, String>> detailsBySubject) {
        var subjects = new ArrayList<Subject>();
        detailsBySubject.forEach(
                (subject, details) -> subjects.add(new Subject(subject.toString(), JSON.writeValueAsString(details))));
        if (!subjects.isEmpty()) {
            entities.createNativeQuery(ADD_MANY)
                    .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                    .setParameter(2, type.name())
                    .setParameter(3, Actor.SYSTEM.kind().name())
                    .setParameter(4, JSON.writeValueAsString(subjects))
                    .executeUpdate();
        }
    }

    /** What a person did and what was done to their account, the oldest first; where others came from is theirs. */
    public List<AuditEntry> about(UserId person) {
        return entities.createQuery(
                        "select e from AuditEvent e where e.actorId = :person or e.subject = :person order by e.id",
                        AuditEvent.class)
                .setParameter("person", person.toString())
                .getResultStream()
                .map(AuditEvent::view)
                .map(entry -> entry.isOfAnother(person.toString()) ? entry.withoutAddress() : entry)
                .toList();
    }

    /**
     * Forgets where somebody who is deleted came from: of what they did, and of what nobody known did to their account. What
     * others did to it keeps the others' addresses. The id stays, which leads to nobody any more.
     */
    public void forgetAddresses(UserId person) {
        entities.flush();
        entities.createNativeQuery("update audit_event set address = '' where address <> ''"
                        + " and (actor_id = ?1 or subject = ?1 and actor_id = '')")
                .setParameter(1, person.toString())
                .executeUpdate();
    }

    private void add(AuditType type, Actor actor, @Nullable UserId subject, Map<String, String> details) {
        entities.persist(new AuditEvent(clock.instant(), type, actor, subject, JSON.writeValueAsString(details)));
    }
}
