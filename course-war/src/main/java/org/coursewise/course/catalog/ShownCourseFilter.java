package org.coursewise.course.catalog;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.coursewise.rest.edge.ShortAnswer;
import org.coursewise.rest.json.Rendered;

/**
 * The short way to {@link CoursesResource#get}: a published course that is in memory is answered to anybody without JAX-RS, which
 * takes nearly half of such an answer's time. Whatever is out of the ordinary goes the long way, to the same answer.
 */
public class ShownCourseFilter implements Filter {

    static final String ADDRESSES = "/api/v1/courses/";
    private static final String ROUTE = "/courses/{id}";

    @Inject
    ShownCourses shown;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kept = kept((HttpServletRequest) request);
        if (kept.isPresent()) {
            ShortAnswer.write(kept.get(), ROUTE, (HttpServletRequest) request, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Rendered> kept(HttpServletRequest request) {
        return isOrdinary(request)
                ? CourseId.parse(request.getRequestURI().substring(ADDRESSES.length()))
                        .flatMap(shown::ifKeptForAnybody)
                : Optional.empty();
    }

    private static boolean isOrdinary(HttpServletRequest request) {
        return ShortAnswer.isFor(request)
                && request.getQueryString() == null
                && request.getHeader("Authorization") == null
                && request.getUserPrincipal() == null
                && request.getRequestURI().startsWith(ADDRESSES);
    }
}
