package org.coursewise.auth.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Pending until the address is confirmed; locked by an administrator. */
public enum AccountStatus {
    PENDING,
    ACTIVE,
    LOCKED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
