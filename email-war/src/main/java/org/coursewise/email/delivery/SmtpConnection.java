package org.coursewise.email.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coursewise.email.settings.SmtpSettings;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the SMTP server, opened when it is needed, kept as long as mails come and opened anew when it broke.
 * It belongs to one thread.
 */
final class SmtpConnection implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SmtpConnection.class.getName());
    /** A connection used this recently is taken to be alive without asking. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Session session;
    private final SmtpSettings settings;
    private final Clock clock;

    private @Nullable SMTPTransport transport;
    private Instant lastUse = Instant.EPOCH;

    SmtpConnection(Session session, SmtpSettings settings, Clock clock) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome send(MimeMessage mail) {
        try {
            var open = open();
            open.sendMessage(mail, mail.getRecipients(MimeMessage.RecipientType.TO));
            lastUse = clock.instant();
            return new Outcome.Accepted(SmtpReplies.oneLine(open.getLastServerResponse()));
        } catch (MessagingException e) {
            var outcome = SmtpReplies.outcomeOf(e);
            LOG.log(System.Logger.Level.DEBUG, "The SMTP server did not take a mail", e);
            if (isBroken(e)) {
                close();
            }
            return outcome;
        }
    }

    void closeIfIdle() {
        if (transport != null && clock.instant().isAfter(lastUse.plus(settings.idle()))) {
            close();
        }
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                LOG.log(System.Logger.Level.DEBUG, "Closing a connection to the SMTP server", e);
            }
        }
    }

    private SMTPTransport open() throws MessagingException {
        var open = transport;
        if (open != null && (clock.instant().isBefore(lastUse.plus(FRESH)) || open.isConnected())) {
            return open;
        }
        close();
        var opened = (SMTPTransport) session.getTransport(SmtpSession.PROTOCOL);
        transport = opened;
        if (settings.credentials().isPresent()) {
            var credentials = settings.credentials().get();
            opened.connect(settings.host(), settings.port(), credentials.user(), credentials.password());
        } else {
            opened.connect();
        }
        return opened;
    }

    /** Whether to hang up. Asking the server could take as long as the time-out that has just passed. */
    private boolean isBroken(MessagingException failure) {
        for (Throwable link = failure; link != null; ) {
            if (link instanceof IOException) {
                return true;
            }
            link = link instanceof MessagingException messaging ? messaging.getNextException() : link.getCause();
        }
        return transport == null || !transport.isConnected();
    }
}
