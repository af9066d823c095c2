package org.coursewise.auth.client;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.ClientFacts;
import org.coursewise.auth.token.IssuedTokens;

/** Access tokens of machine clients: which are good, and how one ends before its time. */
@ApplicationScoped
@Transactional
class MachineTokens {

    @PersistenceContext
    EntityManager entities;

    @Inject
    IssuedTokens issued;

    @Inject
    ClientFacts facts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The claims of a token that is good and the client's own; whatever else there is, a client is not told. */
    Optional<JWTClaimsSet> own(MachineClient client, String token) {
        return issued.read(token)
                .filter(claims -> client.clientId().equals(claims.getClaim("client_id")))
                .filter(claims -> isLive(client.clientId(), claims.getJWTID()));
    }

    /** Ends a token that is the client's own; any other is left as it is. */
    void revoke(MachineClient client, String token) {
        own(client, token).ifPresent(claims -> {
            if (keep(client, claims)) {
                facts.tokenRevoked(
                        client.clientId(),
                        claims.getJWTID(),
                        claims.getExpirationTime().toInstant());
                audit.recordByClient(
                        AuditType.CLIENT_TOKEN_REVOKED, client.clientId(), Map.of("jti", claims.getJWTID()));
            }
        });
    }

    /** Whether the client is there still and has not given the token back. */
    boolean isLive(String clientId, String jti) {
        return !entities.createQuery("select c.id from MachineClient c where c.clientId = :client"
                        + " and not exists (select r from RevokedToken r where r.jti = :jti)")
                .setParameter("client", clientId)
                .setParameter("jti", jti)
                .getResultList()
                .isEmpty();
    }

    /** False when the same was asked for in the same moment. What has expired meanwhile goes. */
    private boolean keep(MachineClient client, JWTClaimsSet claims) {
        entities.createQuery("delete from RevokedToken r where r.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        return entities.createNativeQuery("insert into revoked_token (jti, client_id, expires_at)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, claims.getJWTID())
                        .setParameter(2, client.clientId())
                        .setParameter(3, claims.getExpirationTime().toInstant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
