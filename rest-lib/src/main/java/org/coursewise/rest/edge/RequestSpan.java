package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.coursewise.trace.Span;
import org.coursewise.trace.TraceContext;

/** The span of a request, named by OpenTelemetry's conventions for HTTP servers: a method and a route, never an address. */
final class RequestSpan {

    /** Where a request keeps its span. */
    static final String NAME = RequestSpan.class.getName();

    private static final int LOWEST_FAULT = 500;

    private RequestSpan() {}

    static Span begin(HttpServletRequest request) {
        var span = Span.begin(Span.Kind.SERVER, request.getMethod(), request.getHeader(TraceContext.HEADER));
        request.setAttribute(NAME, span);
        return span.with("http.request.method", request.getMethod());
    }

    static void describe(Span span, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RouteFilter.ROUTE) instanceof String route) {
            span.rename(request.getMethod() + " " + route);
            span.with("http.route", route);
        }
        var status = response.getStatus();
        span.with("http.response.status_code", status);
        if (status >= LOWEST_FAULT) {
            span.fail(Integer.toString(status));
        }
    }
}
