package org.coursewise.email.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simplejavamail.utils.mail.dkim.Canonicalization;

/**
 * A receiver's look at a signature (RFC 6376, 6.1), with the canonical forms of another library than the one that signs and
 * the JDK's cryptography.
 */
final class SignatureCheck {

    private final PublicKey key;
    private final List<String> fields;
    private final String body;
    private final String signature;
    private final Map<String, String> tags = new HashMap<>();

    SignatureCheck(String mail, PublicKey key) {
        this.key = key;
        var end = mail.indexOf("\r\n\r\n");
        this.fields = new ArrayList<>(Arrays.asList(mail.substring(0, end).split("\r\n(?![ \t])", -1)));
        this.body = mail.substring(end + 4);
        // a signature is put on top
        this.signature = fields.remove(0);
        for (var tag : value(signature).split(";", -1)) {
            var parts = tag.split("=", 2);
            if (parts.length == 2) {
                tags.put(parts[0].strip(), parts[1].replaceAll("\\s", ""));
            }
        }
    }

    String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    boolean isGood() throws Exception {
        return name(signature).equals("dkim-signature") && isBodyAsSigned() && isHeadAsSigned();
    }

    private boolean isBodyAsSigned() throws Exception {
        var canonical = Canonicalization.RELAXED.canonicalizeBody(body);
        var hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(hash).equals(tag("bh"));
    }

    private boolean isHeadAsSigned() throws Exception {
        var left = new ArrayList<>(fields);
        var signed = new StringBuilder();
        for (var name : tag("h").split(":", -1)) {
            // from the bottom up; one that is not there counts as nothing
            for (var i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name.toLowerCase(Locale.ROOT))) {
                    var field = left.remove(i);
                    signed.append(Canonicalization.RELAXED.canonicalizeHeader(name, value(field)))
                            .append("\r\n");
                    break;
                }
            }
        }
        var unsigned = value(signature).replaceAll("(?<=[;\\s])b=[^;]*", "b=");
        signed.append(Canonicalization.RELAXED.canonicalizeHeader("DKIM-Signature", unsigned));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
        return verifier.verify(Base64.getDecoder().decode(tag("b")));
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String field) {
        return field.substring(field.indexOf(':') + 1);
    }
}
