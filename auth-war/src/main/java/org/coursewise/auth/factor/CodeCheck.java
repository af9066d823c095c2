package org.coursewise.auth.factor;

import java.time.Duration;

/** What came of a code. */
enum CodeCheck {
    /** One of the authenticator app's. */
    ACCEPTED,
    /** A recovery code, which is spent now. */
    RECOVERED,
    WRONG,
    /** Not looked at: too many wrong ones came before. */
    REFUSED;

    /** When somebody whose code was not looked at may ask again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(60);

    boolean isGood() {
        return this == ACCEPTED || this == RECOVERED;
    }
}
