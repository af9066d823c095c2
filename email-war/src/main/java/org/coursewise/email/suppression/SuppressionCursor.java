package org.coursewise.email.suppression;

import java.time.Instant;

/** The last suppression of a page, newest first: the next page begins after it. */
record SuppressionCursor(Instant since, String address) {

    static SuppressionCursor of(Suppression suppression) {
        return new SuppressionCursor(suppression.since(), suppression.address().value());
    }
}
