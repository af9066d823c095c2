package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.AccountStatus;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.Credentials;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.device.Occasion;
import org.coursewise.auth.device.SeenDevices;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.factor.FactorProofs;
import org.coursewise.auth.onetime.Secrets;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.settings.AuthSettings;
import org.jspecify.annotations.Nullable;

/** All sessions. A refresh token works once; whoever brings a spent one ends the session it belongs to. */
@ApplicationScoped
@Transactional
public class Sessions {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    FactorProofs proofs;

    @Inject
    GrantedRoles grantedRoles;

    @Inject
    UserFacts facts;

    @Inject
    SeenDevices devices;

    @Inject
    MailCommands mails;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /**
     * Begins a session of somebody who has just shown who they are. Whatever was changed while they did counts: a lock, a new
     * password and other roles either wait until the session is there, and end it, or are seen here.
     *
     * @param shown the account as it was then
     * @param shownFactor the second factor that was shown at this log-in, if any
     */
    Grant start(Credentials shown, Device device, @Nullable UUID shownFactor) {
        var now = clock.instant();
        var account = accounts.hold(shown.account())
                .filter(found -> found.status() == AccountStatus.ACTIVE)
                .filter(found -> found.passwordHash().equals(shown.passwordHash()))
                .orElseThrow(AuthException.InvalidCredentials::new);
        var session = new Session(account.id(), device, now, settings.sessionLifetime());
        entities.persist(session);
        var secondFactor = shownFactor != null && proofs.keep(session.id(), shownFactor);
        if (devices.isNew(account.id(), device)) {
            mails.newDevice(account, new Occasion(now, device));
        }
        audit.recordBySubject(AuditType.LOGGED_IN, account.id(), named(session));
        return grant(account, session, secondFactor, now);
    }

    /**
     * Exchanges a refresh token for the next one. Empty when it is no good; a spent one has then ended its session, and
     * that is kept, which an exception here would undo.
     */
    Optional<Grant> refresh(String secret) {
        var now = clock.instant();
        var token = entities.find(RefreshToken.class, Secrets.hash(secret), LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            return Optional.empty();
        }
        var session = entities.find(Session.class, token.sessionId(), LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !live(session, now)) {
            return Optional.empty();
        }
        if (token.spent()) {
            end(session, now);
            audit.record(AuditType.REFRESH_TOKEN_REUSED, session.account(), named(session));
            return Optional.empty();
        }
        var account = accounts.find(session.account()).filter(found -> found.status() == AccountStatus.ACTIVE);
        if (token.expired(now) || account.isEmpty()) {
            return Optional.empty();
        }
        token.spend(now);
        session.use(now);
        return Optional.of(grant(account.get(), session, proofs.isShown(session.id()), now));
    }

    /**
     * The session's refresh token is no good any more. False when there is no such session of this account.
     *
     * @param why for the audit trail
     */
    boolean end(UserId account, UUID sessionId, AuditType why) {
        var now = clock.instant();
        var session = entities.find(Session.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.account().equals(account) || !live(session, now)) {
            return false;
        }
        end(session, now);
        audit.record(why, account, named(session));
        return true;
    }

    /** Ends all sessions of an account but the one that asks. */
    void endOthers(UserId account, UUID kept) {
        endAllBut(account, kept);
        audit.record(AuditType.SESSION_ENDED, account, Map.of("session", "all others"));
    }

    /** All that is kept of an account's sessions, ended ones too, the newest first. */
    public List<HeldSession> held(UserId account) {
        return entities.createQuery(
                        "select s from Session s where s.accountId = :account order by s.createdAt desc", Session.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(Session::held)
                .toList();
    }

    /** Whether a session goes on and these roles still count in it. */
    boolean isLive(String sessionId, Set<String> roles) {
        var session = entities.find(Session.class, UUID.fromString(sessionId));
        return session != null
                && live(session, clock.instant())
                && accounts.find(session.account())
                        .filter(account -> account.status() == AccountStatus.ACTIVE)
                        .map(account -> grantedRoles.of(account, () -> proofs.isShown(session.id())).stream()
                                .map(Role::wireName)
                                .toList())
                        .filter(held -> held.containsAll(roles))
                        .isPresent();
    }

    /** Ends every session of an account, in the caller's transaction, and says how many there were. */
    public int endAll(UserId account) {
        return endAllBut(account, null);
    }

    /** Ends every session of an account but one, in the caller's transaction, and says how many there were. */
    public int endAllBut(UserId account, @Nullable UUID kept) {
        var now = clock.instant();
        var ended = live(account).stream()
                .filter(session -> !session.id().equals(kept))
                .toList();
        ended.forEach(session -> session.end(now));
        if (!ended.isEmpty()) {
            entities.flush();
            facts.sessionsEnded(account, ended.stream().map(Session::id).toList());
        }
        return ended.size();
    }

    private boolean live(Session session, Instant now) {
        return session.live(now, settings.refreshTokenIdle());
    }

    private static Map<String, String> named(Session session) {
        return Map.of("session", session.id().toString());
    }

    private void end(Session session, Instant now) {
        session.end(now);
        entities.flush();
        facts.sessionsEnded(session.account(), List.of(session.id()));
    }

    private List<Session> live(UserId account) {
        return entities.createQuery(
                        "select s from Session s where s.accountId = :account and s.endedAt is null", Session.class)
                .setParameter("account", account.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Grant grant(Account account, Session session, boolean secondFactor, Instant now) {
        var secret = Secrets.random();
        var idle = now.plus(settings.refreshTokenIdle());
        var expiry = idle.isBefore(session.expiresAt()) ? idle : session.expiresAt();
        entities.persist(new RefreshToken(Secrets.hash(secret), session.id(), expiry));
        return new Grant(
                account, session.id(), grantedRoles.of(account, () -> secondFactor), secondFactor, secret, expiry);
    }
}
