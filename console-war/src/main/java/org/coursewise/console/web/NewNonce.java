package org.coursewise.console.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that is answered with a whole page. PrimeFaces would have it bring the nonce of the page that it was on, which its
 * scripts add where there are some; a new page may as well have a new nonce. See {@link PageRoot}, which forgets the old one.
 */
final class NewNonce extends HttpServletRequestWrapper {

    static final String NAME = "primefaces.nonce";

    /** A UUID in Base64, as it must be. */
    private final String nonce =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(US_ASCII));

    private NewNonce(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest where(HttpServletRequest request) {
        return isWholePage(request) ? new NewNonce(request) : request;
    }

    static boolean isWholePage(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getHeader("Faces-Request") == null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(NAME) ? nonce : super.getParameter(name);
    }
}
