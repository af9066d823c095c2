package org.coursewise.auth.errand;

import org.coursewise.address.EmailAddress;
import org.coursewise.auth.onetime.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger asked for.
 *
 * @param pledge what they registered with; null for what is no registration
 * @param address where they asked from
 */
public record Errand(
        Kind kind, EmailAddress email, @Nullable Pledge pledge, String address) {

    /** What is to be done. */
    public enum Kind {
        REGISTER,
        SEND_LINK_AGAIN,
        RESET_PASSWORD
    }
}
