package org.coursewise.email.suppression;

import java.util.regex.Pattern;

/**
 * The replies by which an address is refused for good, and not one mail alone. Of the enhanced codes that are about an
 * address (RFC 3463, 3.2) these say that there is no mailbox; 5.1.7 and 5.1.8 are about the sender's.
 */
public final class NoMailbox {

    private static final Pattern REPLY = Pattern.compile("5\\d\\d[ -]5\\.1\\.(?:[01236]|10)(?!\\d).*");

    private NoMailbox() {}

    public static boolean isSaidBy(String reply) {
        return REPLY.matcher(reply).matches();
    }
}
