package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.settings.AuthSettings;

/** Looks at codes at log-in. It answers and does not throw: that a code was wrong has to be kept. */
@ApplicationScoped
class CodeChecks {

    @Inject
    Factors factors;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    @Transactional
    CodeCheck check(UserId account, UUID id, String code) {
        var factor = factors.lock(id);
        if (factor.isEmpty()) {
            // removed in this moment: whatever the code was for, it is nothing to get in with
            return CodeCheck.WRONG;
        }
        var result = factor.get().check(code, settings.dataKeys(), clock.instant());
        if (result == CodeCheck.RECOVERED) {
            var left = Integer.toString(factor.get().recoveryCodesLeft());
            audit.recordBySubject(AuditType.RECOVERY_CODE_USED, account, Map.of("left", left));
        }
        return result;
    }
}
