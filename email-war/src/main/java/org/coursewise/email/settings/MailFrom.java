package org.coursewise.email.settings;

import org.coursewise.address.EmailAddress;

/**
 * Who our mails say they are from.
 *
 * @param name shown beside the address
 */
public record MailFrom(String name, EmailAddress address) {

    private static final String DEFAULT_NAME = "Coursewise";

    /**
     * @param text {@code name@example.org} or {@code A Name <name@example.org>}
     * @throws IllegalArgumentException when it is neither
     */
    static MailFrom parse(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        var open = text.lastIndexOf('<');
        if (open < 0) {
            return new MailFrom(DEFAULT_NAME, address(text));
        }
        var name = text.substring(0, open).strip();
        if (!text.endsWith(">") || name.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return new MailFrom(name, address(text.substring(open + 1, text.length() - 1)));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
