package org.coursewise.recommender;

import java.util.List;

/**
 * A course to take next.
 *
 * @param score higher is better; comparable within one answer alone
 * @param reasons at least one, the strongest first
 */
public record RecommendedCourse(String code, double score, List<Reason> reasons) {

    public RecommendedCourse {
        reasons = List.copyOf(reasons);
    }
}
