package org.coursewise.auth.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.AccountStatus;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.errand.Errand;
import org.coursewise.auth.errand.ErrandRunner;
import org.coursewise.auth.errand.MailAllowance;
import org.coursewise.auth.event.MailCommands;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.onetime.OneTimeToken.Purpose;
import org.coursewise.auth.onetime.OneTimeTokens;
import org.coursewise.auth.onetime.Pledge;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.settings.AuthSettings;

/** From a stranger to a confirmed account; nobody learns here which addresses are known. */
@ApplicationScoped
class Registration implements ErrandRunner {

    @Inject
    Accounts accounts;

    @Inject
    OneTimeTokens tokens;

    @Inject
    MailAllowance allowance;

    @Inject
    UserFacts facts;

    @Inject
    MailCommands mails;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    @Override
    public Set<Errand.Kind> kinds() {
        return Set.of(Errand.Kind.REGISTER, Errand.Kind.SEND_LINK_AGAIN);
    }

    @Override
    @Transactional
    public void run(Errand errand) {
        var pledge = errand.pledge();
        if (pledge == null) {
            sendAgain(errand.email());
        } else {
            register(errand.email(), pledge, errand.address());
        }
    }

    /** Makes an account and mails a link; for a confirmed address its owner gets a mail saying that somebody tried. */
    private void register(EmailAddress email, Pledge pledge, String address) {
        accounts.lock(email);
        var known = accounts.find(email);
        if (known.isEmpty()) {
            var account = Account.register(email, pledge.profile(), pledge.passwordHash(), clock.instant());
            accounts.add(account);
            accounts.flush();
            facts.registered(account);
            audit.recordAnonymous(AuditType.REGISTERED, account.id(), address, Map.of());
            sendLink(account, pledge);
        } else if (known.get().status() == AccountStatus.PENDING) {
            // who asks for the link again gets what was registered last
            known.get().changePassword(pledge.passwordHash());
            known.get().rename(pledge.profile());
            sendLink(known.get(), pledge);
        } else if (allowance.take(email)) {
            mails.addressKnown(known.get());
        }
    }

    /** Sends the link again, if there is someone to send it to. */
    private void sendAgain(EmailAddress email) {
        accounts.find(email)
                .filter(account -> account.status() == AccountStatus.PENDING)
                .ifPresent(account -> sendLink(account, new Pledge(account.passwordHash(), account.profile())));
    }

    /** The link came back: the mailbox is theirs, and what was registered with that very link counts. */
    @Transactional
    void confirm(String secret) {
        var token = tokens.redeem(secret, Purpose.VERIFY_EMAIL);
        var account = accounts.find(token.account()).orElseThrow(AuthException.InvalidToken::new);
        var pledge = token.pledge();
        if (pledge != null && !account.verified()) {
            account.changePassword(pledge.passwordHash());
            account.rename(pledge.profile());
        }
        account.confirm(clock.instant());
        accounts.flush();
        facts.verified(account);
        audit.recordBySubject(AuditType.ADDRESS_VERIFIED, account.id(), Map.of());
    }

    private void sendLink(Account account, Pledge pledge) {
        if (!allowance.take(account.email())) {
            return;
        }
        var secret = tokens.issue(account.id(), Purpose.VERIFY_EMAIL, settings.verificationLifetime(), pledge);
        mails.verification(account, pledge.profile(), secret);
    }
}
