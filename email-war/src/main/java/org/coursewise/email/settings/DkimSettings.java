package org.coursewise.email.settings;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewise.settings.Settings;

/**
 * What mails are signed with (DKIM, RFC 6376).
 *
 * @param domain answers for the mails
 * @param selector names the key: receivers look for it at {@code <selector>._domainkey.<domain>}
 */
public record DkimSettings(String domain, String selector, RSAPrivateKey key) {

    private static final String SELECTOR = "coursewise.dkim-selector";
    private static final String KEY = "coursewise.dkim-key";

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST_NAME = 253;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    /** RFC 8301 wants 2048 bits of signers, and of verifiers no more than 4096. */
    private static final int SHORTEST_KEY = 2048;

    private static final int LONGEST_KEY = 4096;
    private static final String A_KEY =
            "an RSA private key of 2048 to 4096 bits in PEM (PKCS #8: BEGIN PRIVATE KEY), as "
                    + "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 makes one and "
                    + "openssl pkcs8 -topk8 -nocrypt makes of one in another form";

    /** Whoever names a selector wants mails to be signed: then everything else has to be there. */
    static Optional<DkimSettings> from(Settings settings, MailFrom mailFrom) {
        if (settings.optional(SELECTOR).isEmpty()) {
            if (settings.optional(KEY).isPresent()) {
                settings.required(SELECTOR);
            }
            return Optional.empty();
        }
        var selector = settings.parsed(SELECTOR, "", DkimSettings::name, "a name in DNS such as mail-2026");
        var own = mailFrom.address().domain();
        var domain = settings.parsed("coursewise.dkim-domain", own, DkimSettings::name, "a domain such as example.org");
        return settings.secret(KEY, DkimSettings::key, A_KEY).map(key -> new DkimSettings(domain, selector, key));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DkimSettings[domain=" + domain + ", selector=" + selector + "]";
    }

    private static String name(String text) {
        if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static RSAPrivateKey key(String text) {
        var pem = PEM.matcher(text);
        if (!pem.matches()) {
            throw new IllegalArgumentException("not PEM");
        }
        try {
            var encoded = Base64.getMimeDecoder().decode(pem.group(1));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof RSAPrivateKey rsa
                    && rsa.getModulus().bitLength() >= SHORTEST_KEY
                    && rsa.getModulus().bitLength() <= LONGEST_KEY) {
                return rsa;
            }
            throw new IllegalArgumentException("of another length");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA key", e);
        }
    }
}
