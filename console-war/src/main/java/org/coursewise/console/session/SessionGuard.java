package org.coursewise.console.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.SignedOutException;
import org.coursewise.console.layout.ErrorPage;
import org.coursewise.console.web.Pages;

/**
 * Sends whoever is not signed in, or no longer, to the log-in and from there back. What the API refuses while a page is
 * made becomes the page of that error.
 */
public class SessionGuard extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Pages.isMissing(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (Pages.isOpen(request)) {
            chain.doFilter(request, response);
        } else if (Visit.signedIn(request).isEmpty()) {
            toLogIn(request, response);
        } else {
            guarded(request, response, chain);
        }
    }

    private static void guarded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            // of servlets; what happens in a page is told by ProblemMessages
            if (response.isCommitted()) {
                throw e;
            }
            if (cause(e, SignedOutException.class).isPresent()) {
                Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
                toLogIn(request, response);
                return;
            }
            var refused = cause(e, ApiException.class).orElse(null);
            if (refused == null) {
                throw e;
            }
            request.setAttribute(ErrorPage.PROBLEM, refused.problem());
            response.sendError(refused.problem().status());
        }
    }

    private static void toLogIn(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", logInFor(request));
    }

    /** The log-in that leads back to this page. */
    public static String logInFor(HttpServletRequest request) {
        return "/login?next=" + URLEncoder.encode(asked(request), UTF_8);
    }

    /** A form that was sent cannot be sent again: back to the page it was on. */
    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return Pages.pathOf(request) + (query == null ? "" : "?" + query);
    }

    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> wanted) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (wanted.isInstance(each)) {
                return Optional.of(wanted.cast(each));
            }
        }
        return Optional.empty();
    }
}
