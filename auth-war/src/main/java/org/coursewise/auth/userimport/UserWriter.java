package org.coursewise.auth.userimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.KnownUser;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.imports.RowError;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;

/**
 * Writes users of a file within the caller's transaction, and says so. Who is there already keeps name, roles and password,
 * and gets an external id only where there was none: so the same file twice changes nothing.
 */
final class UserWriter {

    private static final String STAGED = """
            with staged as (select * from jsonb_to_recordset(?::jsonb) as row (
                line bigint, id uuid, email text, "emailKey" text, "displayName" text, locale text, roles text[],
                "externalId" text, "passwordHash" text))
            """;
    /** As whoever registers or is linked does: nobody else takes these addresses and ids until the transaction ends. */
    private static final String CLAIM = STAGED + """
            select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from (
                select 'account:' || "emailKey" as name from staged
                union select 'external-ids' from staged where "externalId" is not null
                order by name) as names
            """;

    private static final String WRONG = STAGED + """
            select line, 'externalId: is another account''s' as reason from staged
                join account on external_id = "externalId" where email_key <> "emailKey"
            union all select line, 'externalId: the account has another one' from staged
                join account on email_key = "emailKey" where external_id <> "externalId"
            """;
    private static final String LINK = STAGED + """
            update account set external_id = "externalId", version = version + 1 from staged
            where email_key = "emailKey" and external_id is null and "externalId" is not null
            returning account.id, account.email, account.display_name, account.locale, account.external_id
            """;
    private static final String ADD = STAGED + """
            insert into account (id, email, email_key, display_name, locale, password_hash, status, created_at, verified_at,
                version, external_id)
            select id, email, "emailKey", "displayName", locale, coalesce("passwordHash", ?), 'ACTIVE', moment.now, moment.now, 1,
                "externalId"
            from staged, (select ?::timestamptz as now) as moment
            where not exists (select 1 from account where email_key = "emailKey")
            returning id
            """;
    private static final String GIVE_ROLES = STAGED + """
            insert into account_role (account_id, role) select id, upper(unnest(roles)) from staged
            """;

    private final Sql sql;
    private final UserFacts facts;
    private final AuditTrail audit;
    private final String importId;
    private final String noPassword;
    private final Instant now;

    /** @param noPassword the hash of a password that nobody knows */
    UserWriter(Sql sql, UserFacts facts, AuditTrail audit, String importId, String noPassword, Instant now) {
        this.sql = sql;
        this.facts = facts;
        this.audit = audit;
        this.importId = importId;
        this.noPassword = noPassword;
        this.now = now;
    }

    /** Takes users of whom no two share an address or external id, and returns what of them cannot be. */
    List<RowError> take(List<StagedUser> users) {
        sql.query(CLAIM, row -> row.getLong(1), json(users));
        var wrong = new TreeMap<Long, RowError>();
        sql.query(WRONG, row -> new RowError(row.getLong(1), row.getString(2)), json(users))
                .forEach(error -> wrong.putIfAbsent(error.line(), error));
        var right =
                users.stream().filter(user -> !wrong.containsKey(user.line())).toList();
        if (!right.isEmpty()) {
            link(right);
            add(right);
        }
        return List.copyOf(wrong.values());
    }

    private void link(List<StagedUser> users) {
        var linked = sql.query(LINK, UserWriter::known, json(users));
        var details = new HashMap<UserId, Map<String, String>>();
        for (var user : linked) {
            facts.updated(user);
            details.put(user.id(), Map.of("import", importId));
        }
        audit.recordBySystem(AuditType.EXTERNAL_ID_CHANGED, details);
    }

    private void add(List<StagedUser> users) {
        var byId = users.stream().collect(Collectors.toMap(StagedUser::id, Function.identity()));
        var added = new ArrayList<StagedUser>();
        for (var id : sql.query(ADD, row -> row.getObject(1, UUID.class), json(users), noPassword, now)) {
            var user = byId.get(id);
            if (user != null) {
                added.add(user);
            }
        }
        sql.update(GIVE_ROLES, json(added));
        var details = new HashMap<UserId, Map<String, String>>();
        var rolesOf = new LinkedHashMap<KnownUser, List<String>>();
        for (var user : added) {
            var id = new UserId(user.id());
            var roles = user.roles().stream().map(Role::wireName).sorted().toList();
            rolesOf.put(new KnownUser(id, user.address(), user.profile(), user.externalId()), roles);
            details.put(id, Map.of("import", importId, "roles", String.join(" ", roles)));
        }
        facts.imported(rolesOf);
        audit.recordBySystem(AuditType.REGISTERED, details);
    }

    private static KnownUser known(ResultSet row) throws SQLException {
        return KnownUser.of(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static String json(List<StagedUser> users) {
        return StrictJson.mapper().writeValueAsString(users);
    }
}
