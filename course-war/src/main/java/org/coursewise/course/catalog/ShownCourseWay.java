package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.coursewise.rest.conditional.EntityTags;
import org.coursewise.rest.edge.RouteFilter;
import org.coursewise.rest.edge.ShortWay;
import org.coursewise.rest.json.Rendered;

/**
 * The short way to {@link CoursesResource#get}: a published course that is in memory is answered to anybody without JAX-RS, which
 * takes nearly half of such an answer's time. Whatever is out of the ordinary goes the long way, to the same answer.
 */
@ApplicationScoped
public class ShownCourseWay implements ShortWay {

    private static final String ADDRESSES = "/api/v1/courses/";
    private static final String ROUTE = "/courses/{id}";
    private static final String JSON = "application/json";
    private static final Set<String> ACCEPTED = Set.of("*/*", JSON);

    @Inject
    ShownCourses shown;

    @Override
    public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kept = kept(request);
        if (kept.isPresent()) {
            answer(kept.get(), request, response);
        }
        return kept.isPresent();
    }

    private Optional<Rendered> kept(HttpServletRequest request) {
        return isOrdinary(request)
                ? CourseId.parse(request.getRequestURI().substring(ADDRESSES.length()))
                        .flatMap(shown::ifKeptForAnybody)
                : Optional.empty();
    }

    private static boolean isOrdinary(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith(ADDRESSES)
                && request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getHeader("Authorization") == null
                && request.getUserPrincipal() == null
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null
                && (accept == null || ACCEPTED.contains(accept));
    }

    private static void answer(Rendered course, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(RouteFilter.ROUTE, ROUTE);
        response.setContentType(JSON);
        response.setHeader("ETag", '"' + course.etag() + '"');
        var known = request.getHeader("If-None-Match");
        if (known != null
                && EntityTags.parse(known)
                        .filter(tags -> tags.matchWeakly(course.etag()))
                        .isPresent()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLength(course.length());
        course.writeTo(response.getOutputStream());
    }
}
