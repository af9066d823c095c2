package org.coursewise.auth.errand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.onetime.Secrets;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.postgres.Sql;

/** How many mails strangers may have sent to one mailbox. */
@ApplicationScoped
public class MailAllowance {

    private static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    Accounts accounts;

    @Inject
    Sql sql;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /** Takes one mail of the mailbox's allowance, in the caller's transaction. False when there is none left. */
    public boolean take(EmailAddress email) {
        accounts.lock(email);
        var mailbox = Secrets.hash(email.key());
        var now = clock.instant();
        return sql.update(
                        "insert into asked_mail (mailbox, sent_at) select ?, ?"
                                + " where (select count(*) from asked_mail where mailbox = ? and sent_at > ?) < ?",
                        mailbox,
                        now,
                        mailbox,
                        now.minus(WINDOW),
                        settings.throttle().mailsAnHour())
                == 1;
    }

    /** Removes what counts no more. */
    @Transactional
    public void prune() {
        sql.update("delete from asked_mail where sent_at < ?", clock.instant().minus(WINDOW));
    }
}
