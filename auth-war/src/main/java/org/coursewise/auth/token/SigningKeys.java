package org.coursewise.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.coursewise.auth.settings.AuthSettings;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign access tokens: P-256, kept in the database for every replica, sealed at rest. The newest signs, all
 * are published.
 */
@ApplicationScoped
public class SigningKeys {

    private static final String SEALED_FOR = "signing-key:";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    private volatile List<ECKey> keys = List.of();
    private volatile String publicJwks = "";

    /**
     * Loads the keys; the very first start makes one, and of several replicas one alone does. What an older data key sealed
     * is sealed again by the first, so that the older one can go.
     */
    @Transactional
    public void load() {
        entities.createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
        var stored = stored();
        if (stored.isEmpty()) {
            var key = generate();
            entities.persist(new SigningKey(key.getKeyID(), sealed(key), clock.instant()));
            use(List.of(key));
        } else {
            use(stored.stream().map(this::open).toList());
        }
    }

    ECKey current() {
        return keys.get(0);
    }

    /** The key a token says it was signed with. */
    Optional<ECKey> find(@Nullable String kid) {
        return keys.stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
    }

    /** The public halves, as a JWK set (RFC 7517). */
    String publicJwks() {
        return publicJwks;
    }

    /** What is published is made once: it is asked for far more often than it changes. */
    private void use(List<ECKey> loaded) {
        keys = loaded;
        publicJwks = new JWKSet(List.copyOf(loaded)).toString(true);
    }

    private List<SigningKey> stored() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt desc", SigningKey.class)
                .getResultList();
    }

    private String sealed(ECKey key) {
        return settings.dataKeys().seal(key.toJSONString(), SEALED_FOR + key.getKeyID());
    }

    private ECKey open(SigningKey stored) {
        try {
            var key = ECKey.parse(settings.dataKeys().openText(stored.sealedJwk(), SEALED_FOR + stored.kid()));
            if (!settings.dataKeys().isSealedByFirstKey(stored.sealedJwk())) {
                stored.sealAgain(sealed(key));
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + stored.kid() + " is no JWK", e);
        }
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a P-256 key", e);
        }
    }
}
