package org.coursewise.auth.key;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public keys that access tokens are checked with, at the root as RFC 8414 wants it. */
@WebServlet("/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {

    @Inject
    transient SigningKeys keys;

    private transient volatile PublicDocument document = new PublicDocument("");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var current = document;
        var jwks = keys.jwks();
        if (!current.says(jwks)) {
            current = new PublicDocument(jwks);
            document = current;
        }
        current.answer("application/jwk-set+json", request, response);
    }
}
