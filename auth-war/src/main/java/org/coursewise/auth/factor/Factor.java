package org.coursewise.auth.factor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.settings.SecretBox;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app that knows a secret of the account's. It counts for nothing until a code has shown that the app
 * has it. Whoever checks a code holds the row's lock: a code is taken once, and no wrong one is forgotten.
 */
@Entity
@Table(name = "factor")
public class Factor {

    static final int WRONG_CODES = 5;
    static final Duration WRONG_CODES_WITHIN = Duration.ofMinutes(15);
    /** For so long a factor waits for its first code. */
    static final Duration PENDING_FOR = Duration.ofHours(1);

    private static final String SEALED_FOR = "factor:";

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "sealed_secret")
    private String sealedSecret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "wrong_codes")
    private int wrongCodes;

    @Column(name = "wrong_since")
    private @Nullable Instant wrongSince;

    @ElementCollection
    @CollectionTable(name = "recovery_code", joinColumns = @JoinColumn(name = "factor_id"))
    @Column(name = "hash")
    private Set<String> recoveryHashes = new HashSet<>();

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Factor() {}

    Factor(UserId account, byte[] secret, SecretBox keys, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.sealedSecret = keys.seal(secret, SEALED_FOR + id);
        this.createdAt = now;
    }

    /** Looks at a code of the app, or a recovery code; what was right is spent, what was wrong is counted. */
    CodeCheck check(String code, SecretBox keys, Instant now) {
        if (wrongSince != null && !now.isBefore(wrongSince.plus(WRONG_CODES_WITHIN))) {
            forgetWrongCodes();
        }
        if (wrongCodes >= WRONG_CODES) {
            return CodeCheck.REFUSED;
        }
        var step = Totp.stepOf(code.replaceAll("\\s", ""), secret(keys), lastStep, now);
        if (step.isPresent()) {
            lastStep = step.getAsLong();
            forgetWrongCodes();
            return CodeCheck.ACCEPTED;
        }
        if (recoveryHashes.remove(RecoveryCodes.hash(code))) {
            forgetWrongCodes();
            return CodeCheck.RECOVERED;
        }
        wrongCodes++;
        if (wrongSince == null) {
            wrongSince = now;
        }
        return CodeCheck.WRONG;
    }

    /** From now on log-in asks for it. */
    void verify(Instant now) {
        verifiedAt = now;
    }

    /** New recovery codes, of which the hashes alone are kept; the old ones are no good any more. */
    List<String> renewRecoveryCodes() {
        var codes = RecoveryCodes.fresh();
        recoveryHashes.clear();
        codes.forEach(code -> recoveryHashes.add(RecoveryCodes.hash(code)));
        return codes;
    }

    /** Opens the secret; when another key than the first has sealed it, that one seals it again. */
    byte[] secret(SecretBox keys) {
        var secret = keys.open(sealedSecret, SEALED_FOR + id);
        if (!keys.isSealedByFirstKey(sealedSecret)) {
            sealedSecret = keys.seal(secret, SEALED_FOR + id);
        }
        return secret;
    }

    private void forgetWrongCodes() {
        wrongCodes = 0;
        wrongSince = null;
    }

    UUID id() {
        return id;
    }

    boolean belongsTo(UserId account) {
        return accountId.equals(account.value());
    }

    boolean verified() {
        return verifiedAt != null;
    }

    /** Nobody has shown a code in time. */
    boolean expired(Instant now) {
        return verifiedAt == null && !now.isBefore(createdAt.plus(PENDING_FOR));
    }

    int recoveryCodesLeft() {
        return recoveryHashes.size();
    }

    FactorView view() {
        return new FactorView(id.toString(), FactorView.TOTP, verified(), createdAt, recoveryCodesLeft());
    }
}
