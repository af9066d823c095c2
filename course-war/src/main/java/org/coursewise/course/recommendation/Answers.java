package org.coursewise.course.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.coursewise.rest.json.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they were given, for as long as learner, model and catalogue are the same. After some minutes an answer gets a new
 * id, so that feedback tells which showing of a list it is for.
 */
@ApplicationScoped
class Answers {

    private static final long MOST_BYTES = 32L << 20;
    private static final int OVERHEAD = 600;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** So that lists that were made together are not made anew together. */
    private static final long SPREAD_MILLIS = 60_000;

    @Inject
    Clock clock;

    private final Cache<RecommendationRequest, Kept> kept = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST.plusMillis(SPREAD_MILLIS))
            .maximumWeight(MOST_BYTES)
            .weigher((RecommendationRequest request, Kept answer) -> OVERHEAD + answer.rendered.length())
            .build();

    /** An answer, and what it was made of, by numbers: it keeps no shelf and no model in memory. */
    record Kept(Answer answer, Rendered rendered, Changes.Stamp state, long shelf, Instant until) {}

    /** Null when it has to be made. */
    @Nullable
    Kept find(RecommendationRequest request, LearnerState state, Shelf shelf) {
        var known = kept.getIfPresent(request);
        return known != null
                        && known.state.equals(state.stamp())
                        && known.shelf == shelf.number()
                        && clock.instant().isBefore(known.until)
                ? known
                : null;
    }

    Kept keep(RecommendationRequest request, Answer answer, LearnerState state, Shelf shelf) {
        var until = clock.instant()
                .plus(LONGEST)
                .plusMillis(ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
        var made =
                new Kept(answer, new Rendered(answer.view(), request.locale()), state.stamp(), shelf.number(), until);
        kept.put(request, made);
        return made;
    }
}
