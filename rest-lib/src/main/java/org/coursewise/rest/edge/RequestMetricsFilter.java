package org.coursewise.rest.edge;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Counts and times every request by method, route and class of status. The server's own figures know no status: what
 * became a problem document counts there as an answer like any other. None of the three is anything that a client
 * could make up, so there are only so many of them.
 */
public class RequestMetricsFilter implements Filter {

    private static final Metadata REQUESTS = Metadata.builder()
            .withName("coursewise_http_requests")
            .withDescription("Requests by method, route and class of status, and how long their answers took")
            .build();
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int HUNDRED = 100;

    private record Kind(String method, String route, int statusClass) {}

    @Inject
    MetricRegistry metrics;

    /** The registry looks for a timer by comparing all tags, at every request anew. */
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            count((HttpServletRequest) request, (HttpServletResponse) response, System.nanoTime() - began);
        }
    }

    private void count(HttpServletRequest request, HttpServletResponse response, long nanos) {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        timers.computeIfAbsent(new Kind(method, route(request), response.getStatus() / HUNDRED), this::timer)
                .update(Duration.ofNanos(nanos));
    }

    private Timer timer(Kind kind) {
        return metrics.timer(
                REQUESTS,
                new Tag("method", kind.method()),
                new Tag("route", kind.route()),
                new Tag("status", kind.statusClass() + "xx"));
    }

    /** That of a resource, or the pattern that a servlet is known by. */
    private static String route(HttpServletRequest request) {
        return request.getAttribute(RouteFilter.ROUTE) instanceof String route
                ? route
                : request.getHttpServletMapping().getPattern();
    }
}
