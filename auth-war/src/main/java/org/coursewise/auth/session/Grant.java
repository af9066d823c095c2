package org.coursewise.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.coursewise.auth.account.Account;

/** What a log-in or a refresh gives: a new refresh token, and for whom an access token may be issued. */
record Grant(Account account, UUID sessionId, String refreshToken, Instant refreshExpiresAt) {}
