package org.coursewise.course.recommendation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.edge.ShortAnswer;
import org.coursewise.rest.edge.ShortWay;
import org.coursewise.rest.edge.VettedCallers;
import org.jspecify.annotations.Nullable;

/**
 * The short way to {@link LearnerRecommendationsResource#get}: learners who ask for their own list, for home, are answered without
 * JAX-RS, which takes more of such an answer's time than all else. Their token has been checked by then, as on every path, and
 * whether it was taken back. Whatever is out of the ordinary goes the long way, to the same answer or refusal.
 */
@ApplicationScoped
public class OwnListWay implements ShortWay {

    private static final String ADDRESS = "/api/v1/learners/me/recommendations";

    private static final String ROUTE = "/learners/{learnerId}/recommendations";
    private static final String LANGUAGE = "Accept-Language";
    private static final String WEIGHTED =
            "(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)(;q=(0(\\.\\d{1,3})?|1(\\.0{1,3})?))?";
    private static final Pattern LANGUAGES = Pattern.compile(WEIGHTED + "(, ?" + WEIGHTED + "){0,20}");
    private static final Pattern LIMIT = Pattern.compile("limit=([1-9]\\d?|1\\d\\d|200)");
    private static final Set<String> ROLES = Set.of(LearnerRecommendationsResource.class
            .getAnnotation(RolesAllowed.class)
            .value());

    @Inject
    Recommending recommending;

    @Override
    public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = asked(request);
        if (asked.isPresent()) {
            ShortAnswer.write(recommending.recommend(asked.get()), ROUTE, request, response);
        }
        return asked.isPresent();
    }

    private static Optional<RecommendationRequest> asked(HttpServletRequest request) {
        if (!request.getRequestURI().equals(ADDRESS)
                || !ShortAnswer.isFor(request)
                || !VettedCallers.isVetted(request)
                || !isOrdinary(request.getHeader(LANGUAGE))
                || !ShortAnswer.isSaidOnce(request, LANGUAGE)) {
            return Optional.empty();
        }
        var limit = limit(request.getQueryString());
        return limit.isEmpty()
                ? Optional.empty()
                : AccessToken.of(request)
                        .filter(token -> token.sessionId().isPresent())
                        .filter(token -> token.roles().stream().anyMatch(ROLES::contains))
                        .map(token -> RecommendationRequest.home(
                                token.subject(), limit.get(), Languages.of(request.getHeader(LANGUAGE))));
    }

    private static boolean isOrdinary(@Nullable String languages) {
        return languages == null || LANGUAGES.matcher(languages).matches();
    }

    private static Optional<Integer> limit(@Nullable String query) {
        if (query == null) {
            return Optional.of(Limit.of(null));
        }
        var asked = LIMIT.matcher(query);
        return asked.matches() ? Optional.of(Limit.of(asked.group(1))) : Optional.empty();
    }
}
