package org.coursewise.auth.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an administrator looks for.
 *
 * @param text part of the address or the display name, in any case
 */
public record AccountFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable AccountStatus status) {

    TypedQuery<Account> query(EntityManager entities, @Nullable UserId after) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(Account.class);
        var account = query.from(Account.class);
        var conditions = new ArrayList<Predicate>();
        if (text != null && !text.isBlank()) {
            var pattern = "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
            conditions.add(builder.or(
                    builder.like(account.get("emailKey"), pattern, '\\'),
                    builder.like(builder.lower(account.get("displayName")), pattern, '\\')));
        }
        if (role != null) {
            conditions.add(builder.isMember(role, account.<Set<Role>>get("roles")));
        }
        if (status != null) {
            conditions.add(builder.equal(account.get("status"), status));
        }
        if (after != null) {
            conditions.add(builder.greaterThan(account.<UUID>get("id"), after.value()));
        }
        query.where(conditions.toArray(Predicate[]::new)).orderBy(builder.asc(account.get("id")));
        return entities.createQuery(query);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
