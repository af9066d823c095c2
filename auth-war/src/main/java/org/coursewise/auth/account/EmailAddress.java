package org.coursewise.auth.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.coursewise.rest.problem.ProblemException;

/**
 * An e-mail address as its owner wrote it. Two spellings that differ only in case are one account: mail hosts that tell
 * them apart are not to be met, people who forget how they typed it are.
 */
public record EmailAddress(String value) {

    /** The longest path RFC 5321 allows, without its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;

    /**
     * A dot-atom at a host name (RFC 5322); a single label is for machines such as {@code localhost}. Letters beyond
     * ASCII before the at sign need SMTPUTF8 all the way, which few mail hosts offer: such a person would get no mail.
     */
    private static final Pattern SYNTAX = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");

    /** @throws ProblemException 400 naming the field {@code email} */
    public static EmailAddress of(String text) {
        return new EmailAddress(check("email", text));
    }

    private static String check(String field, String text) {
        var address = text.strip();
        if (address.length() > MAX_LENGTH
                || address.indexOf('@') > MAX_LOCAL_LENGTH
                || !SYNTAX.matcher(address).matches()) {
            throw ProblemException.invalidInput(field, "must be an e-mail address such as ada@example.org");
        }
        return address;
    }

    /** What accounts are found by. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
