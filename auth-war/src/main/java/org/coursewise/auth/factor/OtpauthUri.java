package org.coursewise.auth.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an authenticator app reads from a QR code: the Key URI Format that they all share. */
final class OtpauthUri {

    private OtpauthUri() {}

    /**
     * @param issuer who asks for the codes, shown by the app
     * @param address whose they are
     * @param secret in Base32
     */
    static String of(String issuer, String address, String secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(address) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds();
    }

    /** Apps take a plus sign for one, so a space is %20. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
