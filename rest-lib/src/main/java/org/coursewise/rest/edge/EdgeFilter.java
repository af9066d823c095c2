package org.coursewise.rest.edge;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.coursewise.rest.RestSettings;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.caller.Revocations;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.rest.problem.Problems;
import org.coursewise.rest.token.AccessTokenRules;
import org.coursewise.trace.Span;

/**
 * The first to see a request and the last to see its answer: opens the trace, sets the security headers, puts off what has
 * waited too long, answers CORS pre-flights, refuses a bad or revoked access token even where none is needed, and turns what
 * escapes into a problem document.
 */
public class EdgeFilter implements Filter {

    private static final System.Logger LOG = System.getLogger(EdgeFilter.class.getName());
    private static final Pattern BAD_WEIGHT = Pattern.compile(";\\s*q\\s*=(?!\\s*(0(\\.\\d*)?|1(\\.0*)?)\\s*(,|;|$))");

    private static final Pattern BEARER = Pattern.compile("bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANY_TYPE = Pattern.compile("^\\s*([^;/]+/)?\\*");
    private static final Set<String> TAKES_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final String BAD_TOKEN =
            "The access token is malformed, expired, withdrawn or not meant for this service. Get a new one.";
    private static final String WRITE_BEARER =
            "Write the scheme in Authorization as Bearer; it is known in this case alone.";

    @Inject
    RestSettings settings;

    @Inject
    Problems problems;

    @Inject
    AccessTokenRules tokens;

    @Inject
    RequestQueue queue;

    @Resource
    ManagedExecutorService executor;

    @Inject
    @Any
    Instance<Revocations> known;

    @Inject
    @Any
    Instance<ShortWay> ways;

    private List<Revocations> revocations = List.of();
    private List<ShortWay> shortWays = List.of();

    @Override
    public void init(FilterConfig config) {
        revocations = known.stream().toList();
        shortWays = ways.stream().toList();
        queue.watch(executor);
    }

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = new EdgeResponse((HttpServletResponse) anyResponse, problems);
        if (request.getDispatcherType() != DispatcherType.ERROR && queue.isTooLong()) {
            putOff(request, response);
        } else if (request.getAttribute(RequestSpan.NAME) instanceof Span failed) {
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

    /** As cheaply as can be: there are many of these at once. */
    private void putOff(HttpServletRequest request, EdgeResponse response) throws IOException {
        SecurityHeaders.set(request, response);
        response.removeHeader("WWW-Authenticate");
        problems.write(
                new ProblemException(
                        ProblemType.OVERLOADED, "More is asked than can be answered in time.", List.of(), COME_AGAIN),
                response);
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
        if (carriesBadToken(request, response)) {
            problems.write(
                    new ProblemException(
                            ProblemType.INVALID_ACCESS_TOKEN, isWrittenOtherwise(request) ? WRITE_BEARER : BAD_TOKEN),
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
        if (TAKES_BODY.contains(request.getMethod())
                && ANY_TYPE.matcher(String.valueOf(request.getContentType())).find()) {
            problems.write(
                    new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type must name one media type."),
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
            refuseRevoked(request);
            if (!goesShortWay(request, response)) {
                chain.doFilter(request, response);
            }
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() && e instanceof IOException) {
                LOG.log(System.Logger.Level.DEBUG, "The client went away", e);
            } else {
                problems.write(problems.translate(e), response);
            }
        }
    }

    private boolean goesShortWay(HttpServletRequest request, EdgeResponse response) throws IOException {
        for (var way : shortWays) {
            if (way.answers(request, response)) {
                return true;
            }
        }
        return false;
    }

    /** Liberty knows the scheme in one case alone, and looks at the token before any filter does. */
    private static boolean isWrittenOtherwise(HttpServletRequest request) {
        return !request.getHeader("Authorization").strip().startsWith("Bearer");
    }

    /** A token that was good once is refused as one that has expired is, on every path. */
    private void refuseRevoked(HttpServletRequest request) {
        AccessToken.of(request)
                .filter(token -> revocations.stream().anyMatch(revocation -> revocation.isRevoked(token)))
                .ifPresent(token -> {
                    throw new ProblemException(
                            ProblemType.INVALID_ACCESS_TOKEN,
                            "This access token was taken back: its session has ended, roles have changed or its client is gone."
                                    + " Get a new one.");
                });
    }

    /** Liberty has looked at the token already, on every path; one that it did not take leaves the caller anonymous. */
    private boolean carriesBadToken(HttpServletRequest request, EdgeResponse response) throws IOException {
        var authorization = request.getHeader("Authorization");
        if (authorization == null) {
            return false;
        }
        if (hasNoScheme(authorization)) {
            return true;
        }
        if (!BEARER.matcher(authorization.strip()).matches()) {
            return false;
        }
        var accepted = tokens.accept(request, response);
        request.setAttribute(VettedCallers.VETTED, accepted);
        return !accepted;
    }

    /** Liberty takes a token without any scheme, at a later moment than this. */
    private static boolean hasNoScheme(String authorization) {
        return authorization.strip().chars().noneMatch(Character::isWhitespace);
    }
}
