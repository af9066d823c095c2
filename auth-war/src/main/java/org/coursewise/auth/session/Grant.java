package org.coursewise.auth.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;

/**
 * What a log-in or a refresh gives: a new refresh token, and for whom an access token may be issued.
 *
 * @param roles those of the account that count in this session
 * @param secondFactor whether one was shown in it
 */
record Grant(
        Account account,
        UUID sessionId,
        Set<Role> roles,
        boolean secondFactor,
        String refreshToken,
        Instant refreshExpiresAt) {}
