package org.coursewise.auth.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.coursewise.postgres.OutboxEvents;

/**
 * Facts about machine clients, among those about users ({@code auth.user.v1}): whoever keeps a list of tokens that count
 * no more reads one topic for both.
 */
@ApplicationScoped
public class ClientFacts {

    private static final String TOPIC = "auth.user.v1";
    private static final String TYPE = "org.coursewise.auth.user.";

    record ClientRevoked(String clientId) {}

    record TokenRevoked(String clientId, String jti, Instant expiresAt) {}

    @Inject
    OutboxEvents events;

    /** No token of this client (claim {@code client_id}) counts any more. */
    public void clientRevoked(String clientId) {
        events.append(TOPIC, TYPE + "client-revoked", clientId, new ClientRevoked(clientId));
    }

    /** This one token (claim {@code jti}) counts no more; after {@code expiresAt} that need not be remembered. */
    public void tokenRevoked(String clientId, String jti, Instant expiresAt) {
        events.append(TOPIC, TYPE + "token-revoked", clientId, new TokenRevoked(clientId, jti, expiresAt));
    }
}
