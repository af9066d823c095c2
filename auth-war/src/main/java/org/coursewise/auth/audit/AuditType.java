package org.coursewise.auth.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is kept in the audit trail; on the wire in kebab-case. */
public enum AuditType {
    REGISTERED,
    ADDRESS_VERIFIED,
    LOGGED_IN,
    LOG_IN_FAILED,
    THROTTLED,
    LOGGED_OUT,
    SESSION_ENDED,
    REFRESH_TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_RESET,
    ADDRESS_CHANGE_REQUESTED,
    ADDRESS_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    USER_CHANGED,
    USER_DELETED,
    DATA_EXPORTED,
    ROLES_CHANGED,
    LOCKED,
    UNLOCKED,
    EXTERNAL_ID_CHANGED,
    USERS_IMPORTED,
    CLIENT_CREATED,
    CLIENT_SECRET_ADDED,
    CLIENT_SECRET_REMOVED,
    CLIENT_DELETED,
    CLIENT_AUTHENTICATION_FAILED,
    CLIENT_TOKEN_REVOKED,
    SIGNING_KEY_ROTATED,
    SIGNING_KEY_REVOKED,
    AUDIT_EXPORTED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AuditType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }
}
