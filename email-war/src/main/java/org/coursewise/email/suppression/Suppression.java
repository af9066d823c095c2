package org.coursewise.email.suppression;

import java.time.Instant;
import org.coursewise.address.EmailAddress;

/**
 * An address that is not written to, but for what guards an account.
 *
 * @param address spelt in lower case
 * @param reason an administrator's words, or what the SMTP server said when it refused the address for good
 */
public record Suppression(EmailAddress address, String reason, Instant since) {

    public Suppression {
        address = new EmailAddress(address.key());
    }
}
