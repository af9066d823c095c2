package org.coursewise.course.invitation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an invitation. Whether somebody took it is not among it: that would tell who has an account.
 */
public enum InvitationState {
    OPEN,
    WITHDRAWN,
    EXPIRED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static InvitationState of(boolean isWithdrawn, boolean isExpired) {
        if (isWithdrawn) {
            return WITHDRAWN;
        }
        return isExpired ? EXPIRED : OPEN;
    }

    /** @throws ProblemException 400 for one that there is not; empty when none is asked for */
    static Optional<InvitationState> ofFilter(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        for (var state : values()) {
            if (state.wireName.equals(name)) {
                return Optional.of(state);
            }
        }
        throw ProblemException.invalidInput("state", "must be open, withdrawn or expired");
    }
}
