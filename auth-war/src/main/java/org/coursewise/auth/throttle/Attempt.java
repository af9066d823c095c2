package org.coursewise.auth.throttle;

import org.coursewise.auth.problem.AuthException;

/** One try to show who one is by a password, which was let through. */
public final class Attempt {

    private final LogInThrottle throttle;
    private final Place place;
    private final Standing standing;
    private final boolean withPass;

    Attempt(LogInThrottle throttle, Place place, Standing standing, boolean withPass) {
        this.throttle = throttle;
        this.place = place;
        this.standing = standing;
        this.withPass = withPass;
    }

    /**
     * To be called when the check had to wait: many tries at once must not be more than few one after another.
     *
     * @throws AuthException.Throttled when too many others failed in the meantime
     */
    public void checkAgain() {
        if (!withPass) {
            throttle.requireRoom(place);
        }
    }

    /**
     * It failed, which counts.
     *
     * @param reason for the audit trail, in kebab-case
     */
    public void failed(String reason) {
        throttle.count(place, standing, reason);
    }

    /** What to answer after {@link #failed}: no more than is told to somebody who tries a name that nobody has. */
    public AuthException refusal() {
        return throttle.refusal(standing, withPass);
    }
}
