package org.coursewise.recommender;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A course to take next. */
public final class RecommendedCourse {

    private final String code;
    private final double score;
    private final Supplier<List<Reason>> why;

    /** @param why finds reasons when they are asked for: more courses are looked at than shown */
    RecommendedCourse(String code, double score, Supplier<List<Reason>> why) {
        this.code = code;
        this.score = score;
        this.why = why;
    }

    public String code() {
        return code;
    }

    /** Higher is better; comparable within one answer alone. */
    public double score() {
        return score;
    }

    /** At least one, the strongest first. */
    public List<Reason> reasons() {
        return why.get();
    }

    /** The same for the same reasons, by so much better. */
    public RecommendedCourse betterBy(double difference) {
        return new RecommendedCourse(code, score + difference, why);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecommendedCourse course
                && code.equals(course.code)
                && Double.compare(score, course.score) == 0
                && reasons().equals(course.reasons());
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, score);
    }

    @Override
    public String toString() {
        return code + " " + score + " " + reasons();
    }
}
