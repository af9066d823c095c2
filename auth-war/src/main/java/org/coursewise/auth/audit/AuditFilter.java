package org.coursewise.auth.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are asked for.
 *
 * @param actor the id of a user or client
 * @param subject the id of the user it was about
 * @param from the first instant
 * @param to the first instant that is too late
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable AuditType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The newest first, from behind the act {@code before}. */
    TypedQuery<AuditEvent> query(EntityManager entities, @Nullable Long before) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(AuditEvent.class);
        var event = query.from(AuditEvent.class);
        var conditions = new ArrayList<Predicate>();
        if (actor != null) {
            conditions.add(builder.equal(event.get("actorId"), actor));
        }
        if (subject != null) {
            conditions.add(builder.equal(event.get("subject"), subject));
        }
        if (type != null) {
            conditions.add(builder.equal(event.get("type"), type));
        }
        if (from != null) {
            conditions.add(builder.greaterThanOrEqualTo(event.<Instant>get("at"), from));
        }
        if (to != null) {
            conditions.add(builder.lessThan(event.<Instant>get("at"), to));
        }
        if (before != null) {
            conditions.add(builder.lessThan(event.<Long>get("id"), before));
        }
        query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.desc(event.get("id")));
        return entities.createQuery(query);
    }

    /** What was asked for, for the trail itself. */
    Map<String, String> described() {
        var described = new LinkedHashMap<String, String>();
        put(described, "actor", actor);
        put(described, "subject", subject);
        put(described, "type", type == null ? null : type.wireName());
        put(described, "from", from);
        put(described, "to", to);
        return described;
    }

    private static void put(Map<String, String> described, String name, @Nullable Object value) {
        if (value != null) {
            described.put(name, value.toString());
        }
    }
}
