package org.coursewise.auth.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** What a person does with their own second factor; each is one transaction, and one at a time for an account. */
@ApplicationScoped
class MyFactors {

    /**
     * A factor that waits for its first code, and what the authenticator app is told this once.
     *
     * @param secret in Base32
     */
    record Told(UUID id, String secret, String address) {}

    /** What came of a first code; recovery codes come with a good one alone. */
    record Verification(CodeCheck result, List<String> recoveryCodes) {}

    @Inject
    Accounts accounts;

    @Inject
    Factors factors;

    @Inject
    FactorRemoval removal;

    @Inject
    FactorProofs proofs;

    @Inject
    AuditTrail audit;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    @Transactional
    List<FactorView> list(UserId me) {
        return factors.of(me).stream().map(Factor::view).toList();
    }

    /** Takes the place of one that waits for its first code; one that counts goes on to do so until then. */
    @Transactional
    Told create(UserId me, UUID session) {
        var account = accounts.demand(me);
        accounts.lockFactors(me);
        demandRecent(me, session);
        factors.removePending(me);
        var secret = Totp.newSecret();
        var factor = new Factor(me, secret, settings.dataKeys(), clock.instant());
        factors.add(factor);
        return new Told(
                factor.id(),
                new Base32().encodeToString(secret),
                account.email().value());
    }

    @Transactional
    Verification verify(UserId me, UUID session, UUID id, String code) {
        accounts.lockFactors(me);
        var factor = mine(me, id);
        if (factor.verified()) {
            throw new ProblemException(ProblemType.CONFLICT, "This factor is verified already.");
        }
        demandRecent(me, session);
        var result = factor.check(code, settings.dataKeys(), clock.instant());
        if (!result.isGood()) {
            return new Verification(result, List.of());
        }
        removal.removeVerified(me);
        factor.verify(clock.instant());
        var codes = factor.renewRecoveryCodes();
        proofs.keep(session, factor.id());
        audit.record(AuditType.FACTOR_ADDED, me, Map.of("type", FactorView.TOTP));
        return new Verification(result, codes);
    }

    private void demandRecent(UserId me, UUID session) {
        if (factors.verified(me).isPresent()) {
            proofs.demandRecent(session);
        } else {
            proofs.demandRecentLogIn(session);
        }
    }

    @Transactional
    List<String> renewRecoveryCodes(UserId me, UUID session, UUID id) {
        accounts.lockFactors(me);
        var factor = mine(me, id);
        if (!factor.verified()) {
            throw new ProblemException(ProblemType.CONFLICT, "Verify the factor first; recovery codes come with that.");
        }
        proofs.demandRecent(session);
        audit.record(AuditType.RECOVERY_CODES_RENEWED, me, Map.of());
        return factor.renewRecoveryCodes();
    }

    @Transactional
    void remove(UserId me, UUID session, UUID id) {
        accounts.lockFactors(me);
        var factor = mine(me, id);
        if (factor.verified()) {
            proofs.demandRecent(session);
            removal.removeVerified(me);
        } else {
            factors.removePending(me);
        }
    }

    private Factor mine(UserId me, UUID id) {
        return factors.lock(id)
                .filter(factor -> factor.belongsTo(me) && !factor.expired(clock.instant()))
                .orElseThrow(() -> ProblemException.notFound("factor"));
    }
}
