package org.coursewise.auth.emailchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.device.Occasion;
import org.coursewise.auth.errand.MailAllowance;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.session.Sessions;
import org.coursewise.auth.settings.AuthSettings;

/** Changes of address on their way. */
@ApplicationScoped
@Transactional
public class EmailChanges {

    private static final Set<Purpose> PURPOSES = Set.of(Purpose.CONFIRM_OLD_ADDRESS, Purpose.CONFIRM_NEW_ADDRESS);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    OneTimeTokens tokens;

    @Inject
    MailAllowance allowance;

    @Inject
    MailCommands mails;

    @Inject
    UserFacts facts;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /**
     * Mails a link to both mailboxes, in place of those of an earlier wish. Where the new address is another's, its owner
     * is told so instead, and nobody else.
     */
    void request(UserId id, EmailAddress newEmail, UUID session, Device device) {
        var account = accounts.hold(id).orElseThrow(AuthException.InvalidToken::new);
        drop(id);
        var lifetime = settings.verificationLifetime();
        entities.persist(
                new EmailChange(id, newEmail, session, device, clock.instant().plus(lifetime)));
        mails.addressChangeConfirmation(
                account, account.email(), newEmail, tokens.issue(id, Purpose.CONFIRM_OLD_ADDRESS, lifetime, null));
        // made for a taken address too, so that both take the same time; nobody is told it then
        var secret = tokens.issue(id, Purpose.CONFIRM_NEW_ADDRESS, lifetime, null);
        if (allowance.take(newEmail)) {
            accounts.find(newEmail)
                    .filter(other -> !other.id().equals(id))
                    .ifPresentOrElse(
                            mails::addressKnown,
                            () -> mails.addressChangeConfirmation(account, newEmail, newEmail, secret));
        }
        audit.record(AuditType.ADDRESS_CHANGE_REQUESTED, id, Map.of());
    }

    /**
     * A link of such a mail came back.
     *
     * @return false when the token is none of such a mail
     * @throws AuthException.InvalidToken when the change is gone or its address has become another's
     */
    public boolean confirm(String secret) {
        var token = tokens.find(secret, PURPOSES);
        if (token.isEmpty()) {
            return false;
        }
        var id = token.get().account();
        var change = entities.find(EmailChange.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (change == null || change.expired(clock.instant())) {
            throw new AuthException.InvalidToken();
        }
        if (tokens.redeem(secret, token.get().purpose()).purpose() == Purpose.CONFIRM_OLD_ADDRESS) {
            change.confirmOld();
        } else {
            change.confirmNew();
        }
        if (change.agreed()) {
            carryOut(accounts.find(id).orElseThrow(AuthException.InvalidToken::new), change);
        }
        return true;
    }

    /** Forgets a change that has not happened yet, in the caller's transaction: whoever asked may have been somebody else. */
    public void drop(UserId account) {
        PURPOSES.forEach(purpose -> tokens.discard(account, purpose));
        entities.createQuery("delete from EmailChange c where c.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }

    /** Removes what has expired. */
    public void prune() {
        entities.createQuery("delete from EmailChange c where c.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void carryOut(Account account, EmailChange change) {
        var id = account.id();
        var previous = account.email();
        var next = change.newEmail();
        var asked = new Occasion(clock.instant(), change.device());
        accounts.lock(next);
        if (accounts.find(next).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new AuthException.InvalidToken();
        }
        account.changeEmail(next);
        entities.remove(change);
        // a link that lies in the old mailbox opens nothing any more
        tokens.discard(id, Purpose.RESET_PASSWORD);
        accounts.flush();
        facts.updated(account);
        mails.addressChanged(account, previous, asked);
        mails.addressChanged(account, next, asked);
        audit.recordBySubject(AuditType.ADDRESS_CHANGED, id, Map.of());
        sessions.endAllBut(id, change.session());
    }
}
