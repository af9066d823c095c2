package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.problem.AuthException;
import org.jspecify.annotations.Nullable;

/** What log-in asks for after the right password. */
@ApplicationScoped
public class SecondFactor {

    @Inject
    Factors factors;

    @Inject
    CodeChecks checks;

    @Inject
    AuditTrail audit;

    /**
     * The factor that the code belongs to; empty for an account that has none.
     *
     * @throws AuthException.SecondFactorRequired when there is no code
     * @throws AuthException.WrongSecondFactor when the code is wrong, or was used before
     * @throws AuthException.TooManyCodes when too many were wrong
     */
    public Optional<UUID> demand(UserId account, @Nullable String code) {
        var factor = factors.verified(account);
        if (factor.isEmpty()) {
            return factor;
        }
        if (code == null || code.isBlank()) {
            throw new AuthException.SecondFactorRequired();
        }
        return switch (checks.check(account, factor.get(), code)) {
            case ACCEPTED, RECOVERED -> factor;
            case WRONG -> {
                audit.recordRefusal(AuditType.LOG_IN_FAILED, account, Map.of("reason", "wrong-code"));
                throw new AuthException.WrongSecondFactor();
            }
            case REFUSED -> throw new AuthException.TooManyCodes(CodeCheck.RETRY_AFTER);
        };
    }
}
