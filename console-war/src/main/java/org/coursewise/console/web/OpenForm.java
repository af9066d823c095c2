package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The form of a page that anybody may open. PrimeFaces refuses to answer one that does not bring the nonce of the page it
 * was on; these pages run no script of PrimeFaces' and have a policy without nonces, so any will do.
 */
final class OpenForm extends HttpServletRequestWrapper {

    private static final String NONCE = "primefaces.nonce";

    /** A UUID in Base64, as it must be: all zeros. */
    private static final String ANY = "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw";

    OpenForm(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(NONCE) ? ANY : super.getParameter(name);
    }
}
