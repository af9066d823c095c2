package org.coursewise.recommender;

import java.util.List;

/**
 * An answer, best first.
 *
 * @param level what gave it its order
 */
public record Recommendations(Level level, List<RecommendedCourse> items) {

    public Recommendations {
        items = List.copyOf(items);
    }

    /** What an answer's order comes from, the best first. */
    public enum Level {
        /** The trained ranker. */
        RANKER,
        /** One source's own order: the model was shipped without a ranker. */
        CANDIDATES,
        /** Interests and popularity: there is no history to go by. */
        POPULAR
    }
}
