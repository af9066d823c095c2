package org.coursewise.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address as the SMTP server will be told it: a dot-atom of RFC 5321 before the at sign and a host name after
 * it, international names in their ASCII form. Quoted local parts and address literals are refused: no one registers
 * with them, and they are how header injection is tried.
 *
 * @param value the address, its domain in lower case
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /**
     * Letters that older and newer rules for international names (IDNA 2003 and 2008) make different hosts of: the mail could
     * go to a stranger. Their ASCII form is taken.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200c\\u200d]");

    /** Only {@link #parse} makes addresses from what others wrote. */
    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** The address, or nothing when the text is not one; spaces around it are forgiven, nothing else is. */
    public static Optional<EmailAddress> parse(String text) {
        var stripped = text.strip();
        // before anything that takes longer the longer it is
        if (stripped.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var at = stripped.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        if (AMBIGUOUS.matcher(stripped).find()) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(stripped.substring(at + 1)).toLowerCase(Locale.ROOT);
            var address = stripped.substring(0, at) + "@" + domain;
            return isValid(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same for two spellings that differ only in case: mail hosts that tell them apart are not to be met. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static boolean isValid(String value) {
        var at = value.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL
                && value.length() <= LONGEST
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
