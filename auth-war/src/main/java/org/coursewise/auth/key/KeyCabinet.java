package org.coursewise.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewise.auth.settings.AuthSettings;

/** Where keys are kept for every replica: in the database, sealed with the data keys. All in the caller's transaction. */
@ApplicationScoped
@Transactional
class KeyCabinet {

    private static final String SEALED_FOR = "signing-key:";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuthSettings settings;

    /** One replica at a time from here to the end of the transaction; the others wait. */
    void lock() {
        entities.createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
    }

    List<SigningKey> all() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt", SigningKey.class)
                .getResultList();
    }

    Optional<SigningKey> find(String kid) {
        return Optional.ofNullable(entities.find(SigningKey.class, kid));
    }

    SigningKey make(Instant now) {
        var key = generate();
        var stored = new SigningKey(key.getKeyID(), sealed(key), now);
        entities.persist(stored);
        return stored;
    }

    void remove(SigningKey key) {
        entities.remove(key);
    }

    /** Opens the key. What an older data key sealed is sealed again by the first, so that the older one can go. */
    KeyRing.Key open(SigningKey stored) {
        var box = settings.dataKeys();
        try {
            var jwk = ECKey.parse(box.openText(stored.sealedJwk(), SEALED_FOR + stored.kid()));
            if (!box.isSealedByFirstKey(stored.sealedJwk())) {
                stored.sealAgain(sealed(jwk));
            }
            return new KeyRing.Key(jwk, Es256.signer(jwk), stored.createdAt(), stored.signsFrom());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("Signing key " + stored.kid() + " is no P-256 key", e);
        }
    }

    private String sealed(ECKey key) {
        return settings.dataKeys().seal(key.toJSONString(), SEALED_FOR + key.getKeyID());
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
