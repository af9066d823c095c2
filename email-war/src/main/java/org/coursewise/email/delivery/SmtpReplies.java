package org.coursewise.email.delivery;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Makes of Angus Mail's exceptions, of which the telling one is somewhere in a chain, what they mean for a mail. */
final class SmtpReplies {

    private static final int PERMANENT = 500;
    /**
     * Encryption or a log-in is asked for, or ours is refused (RFC 4954, RFC 3207): that is about us, not about the
     * recipient, and passes when an operator mends it.
     */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private static final int LONGEST = 500;

    private SmtpReplies() {}

    static Outcome outcomeOf(MessagingException failure) {
        for (Throwable link = failure; link != null; link = next(link)) {
            var code = replyCode(link);
            if (code > 0) {
                var reply = oneLine(link.getMessage());
                return code >= PERMANENT && !ABOUT_US.contains(code)
                        ? new Outcome.Refused(reply)
                        : new Outcome.NotNow(reply);
            }
        }
        return new Outcome.NotNow(withoutReply(failure));
    }

    /** One line of printable text, not too long to be kept. */
    static String oneLine(@Nullable String reply) {
        var line = reply == null ? "" : reply.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** An address's own reply tells more than the summary it hangs on: it comes first, as Angus nests it. */
    private static @Nullable Throwable next(Throwable link) {
        return link instanceof MessagingException messaging ? messaging.getNextException() : link.getCause();
    }

    private static int replyCode(Throwable link) {
        if (link instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (link instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        if (link instanceof SMTPSendFailedException send) {
            return send.getReturnCode();
        }
        return 0;
    }

    private static String withoutReply(MessagingException failure) {
        Throwable root = failure;
        for (Throwable link = failure; link != null; link = next(link)) {
            root = link;
        }
        if (root instanceof SocketTimeoutException) {
            return "No answer from the SMTP server in time";
        }
        var said = oneLine(root.getMessage());
        return said.isEmpty() ? root.getClass().getSimpleName() : said;
    }
}
