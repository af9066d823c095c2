package org.coursewise.auth.key;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The public keys that access tokens are checked with, at the root as RFC 8414 wants it. */
@WebServlet("/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {

    @Inject
    transient SigningKeys keys;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "public, max-age=" + KeySettings.CACHED_FOR.toSeconds());
        response.getOutputStream().write(keys.jwks().getBytes(StandardCharsets.UTF_8));
    }
}
