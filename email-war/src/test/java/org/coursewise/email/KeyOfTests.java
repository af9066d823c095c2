package org.coursewise.email;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A key to sign mails with, and the settings that name it. */
public final class KeyOfTests {

    private final KeyPair pair;

    public KeyOfTests(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            pair = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyPair pair() {
        return pair;
    }

    public String pem() {
        var lines = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    /** What an operator sets; a map to be added to. */
    public Map<String, String> settings() {
        return new HashMap<>(Map.of("coursewise.dkim-selector", "mail-2026", "coursewise.dkim-key", pem()));
    }
}
