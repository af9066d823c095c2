package org.coursewise.rest.edge;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coursewise.rest.RestSettings;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.rest.problem.Problems;
import org.coursewise.trace.Span;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The first to see a request and the last to see its answer: opens the trace, sets the security headers, answers CORS
 * pre-flights, refuses a bad access token even where none is needed, and turns what escapes into a problem document.
 */
public class EdgeFilter implements Filter {

    private static final System.Logger LOG = System.getLogger(EdgeFilter.class.getName());
    private static final Pattern BAD_WEIGHT = Pattern.compile(";\\s*q\\s*=(?!\\s*(0(\\.\\d*)?|1(\\.0*)?)\\s*(,|;|$))");

    @Inject
    RestSettings settings;

    @Inject
    Problems problems;

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = new EdgeResponse((HttpServletResponse) anyResponse, problems);
        if (request.getAttribute(RequestSpan.NAME) instanceof Span failed) {
            // an error page works for the same trace as the request that failed
            try (var scope = failed.context().open()) {
                answer(request, response, chain);
            }
        } else {
            try (var span = RequestSpan.begin(request)) {
                answer(request, response, chain);
                RequestSpan.describe(span, request, response);
            }
        }
    }

    private void answer(HttpServletRequest request, EdgeResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.set(request, response);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
        } else if (!Cors.answersPreflight(request, response, settings.corsOrigins())) {
            handle(request, response, chain);
        }
    }

    private void handle(HttpServletRequest request, EdgeResponse response, FilterChain chain) throws IOException {
        if (carriesBadToken(request)) {
            problems.write(
                    new ProblemException(
                            ProblemType.INVALID_ACCESS_TOKEN,
                            "The access token is malformed, expired or not meant for this service. Get a new one."),
                    response);
            return;
        }
        if (request.getQueryString() != null && request.getQueryString().contains("%00")) {
            // no database takes it; Liberty refuses it in a path itself
            problems.write(
                    new ProblemException(ProblemType.BAD_REQUEST, "The query must not contain the character U+0000."),
                    response);
            return;
        }
        if (request.getHeader("Content-Encoding") != null) {
            problems.write(
                    new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding."),
                    response);
            return;
        }
        if (BAD_WEIGHT.matcher(String.valueOf(request.getHeader("Accept"))).find()) {
            problems.write(
                    new ProblemException(ProblemType.BAD_REQUEST, "The weights in Accept must be numbers from 0 to 1."),
                    response);
            return;
        }
        // Liberty names an error in the token to everyone whose Authorization is of another scheme
        response.removeHeader("WWW-Authenticate");
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() && e instanceof IOException) {
                LOG.log(System.Logger.Level.DEBUG, "The client went away", e);
            } else {
                problems.write(problems.translate(e), response);
            }
        }
    }

    /**
     * Liberty has looked at the token already, on every path; one that it did not take leaves the caller anonymous. What
     * type of token it is Liberty does not ask.
     */
    private static boolean carriesBadToken(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        return authorization != null
                && authorization.strip().toLowerCase(Locale.ROOT).matches("bearer(\\s.*)?")
                && !(request.getUserPrincipal() instanceof JsonWebToken token && AccessTokenType.isSaidBy(token));
    }
}
