package org.coursewise.console.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail is where it is, told from its state and what was said last: the key of a sentence, and with {@code .do} of
 * another that says what to do about it. Replies are the SMTP server's (RFC 5321) with enhanced codes (RFC 3463), or the
 * mail service's own words.
 */
enum Why {
    QUEUED,
    SENDING,
    SENT,
    /** Nobody answers where mails are handed over. */
    UNREACHABLE,
    /** The mail server wants another log-in or encryption than ours. */
    LOG_IN,
    /** The mailbox is full. */
    FULL,
    /** Not taken now, for a reason of the other side. */
    LATER,
    NO_MAILBOX,
    /** Taken for spam, or not allowed by a rule. */
    POLICY,
    REFUSED,
    ON_THE_LIST,
    NOT_WANTED,
    SUPPRESSED,
    ACCOUNT_GONE,
    TEMPLATE,
    SECRET,
    GIVEN_UP,
    FAILED;

    private static final Pattern NO_SUCH_MAILBOX =
            Pattern.compile("5\\d\\d[ -]5\\.1\\.(?:[01236]|10)(?!\\d).*", Pattern.DOTALL);
    private static final Pattern FULL_MAILBOX =
            Pattern.compile("(?:[45]\\d\\d[ -][45]\\.2\\.2|[45]52)(?!\\d).*", Pattern.DOTALL);
    private static final Pattern AGAINST_A_RULE = Pattern.compile("5\\d\\d[ -]5\\.7\\.\\d+.*|554.*", Pattern.DOTALL);
    private static final Pattern REPLY = Pattern.compile("[245]\\d\\d(?!\\d).*", Pattern.DOTALL);
    private static final Set<String> ABOUT_US = Set.of("530", "534", "535", "538");

    static Why of(String status, @Nullable String lastReply) {
        var reply = lastReply == null ? "" : lastReply;
        return switch (status) {
            case "queued" -> QUEUED;
            case "sending" -> SENDING;
            case "sent" -> SENT;
            case "deferred" -> notNow(reply);
            case "bounced" -> bounced(reply);
            case "suppressed" -> suppressed(reply);
            default -> failed(reply);
        };
    }

    private static Why notNow(String reply) {
        if (!REPLY.matcher(reply).matches()) {
            return UNREACHABLE;
        }
        if (ABOUT_US.contains(reply.substring(0, 3))) {
            return LOG_IN;
        }
        return FULL_MAILBOX.matcher(reply).matches() ? FULL : LATER;
    }

    private static Why bounced(String reply) {
        if (NO_SUCH_MAILBOX.matcher(reply).matches()) {
            return NO_MAILBOX;
        }
        if (FULL_MAILBOX.matcher(reply).matches()) {
            return FULL;
        }
        return AGAINST_A_RULE.matcher(reply).matches() ? POLICY : REFUSED;
    }

    private static Why suppressed(String reply) {
        if (reply.startsWith("The address is suppressed")) {
            return ON_THE_LIST;
        }
        return reply.endsWith("are not wanted") ? NOT_WANTED : SUPPRESSED;
    }

    private static Why failed(String reply) {
        if (reply.equals("The recipient is gone") || reply.equals("The recipient's account was deleted")) {
            return ACCOUNT_GONE;
        }
        if (reply.startsWith("There is no template") || reply.startsWith("Template ")) {
            return TEMPLATE;
        }
        if (reply.startsWith("A sealed variable")) {
            return SECRET;
        }
        return reply.isEmpty() ? FAILED : GIVEN_UP;
    }

    /** Of the texts that tell it. */
    String key() {
        return "why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the list of suppressed addresses has to do with it. */
    boolean isAboutTheList() {
        return this == ON_THE_LIST || this == NO_MAILBOX;
    }
}
