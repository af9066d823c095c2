package org.coursewise.rest.token;

import java.io.IOException;

/** Where the issuer's public keys come from. The issuer itself is one by a bean; the others ask it over HTTP. */
public interface KeySource {

    /**
     * The keys as a JWK set (RFC 7517).
     *
     * @throws IOException when they are not to be had now
     */
    String jwks() throws IOException, InterruptedException;
}
