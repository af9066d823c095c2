package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.postgres.Sql;

/**
 * What a course shows of its reviews: sum and count of the stars of those that others see, in its row. They change with
 * each review behind the lock of that row.
 */
@ApplicationScoped
class Ratings {

    static final int MOST_STARS = 5;

    /** Takes the reviews of a statement's {@code gone} out of their courses' figures. */
    static final String WITHOUT_THOSE_GONE = """
            , uncounted as (select course_id, count(*) as reviews, sum(rating) as stars from gone
                where rating is not null and not hidden group by course_id)
            update course set rating_count = rating_count - reviews, rating_sum = rating_sum - stars
            from uncounted where id = course_id
            """;

    private static final String DISTRIBUTION = """
            select rating, count(*) as reviews from review where course_id = ? and rating is not null and not hidden
            group by rating
            """;

    @Inject
    Sql sql;

    @Inject
    Event<CourseChanged> changed;

    /** Puts one state of a review in the place of another. */
    void replace(CourseId course, Optional<Review> before, Optional<Review> after) {
        var seenBefore = before.filter(review -> !review.hidden());
        var seenAfter = after.filter(review -> !review.hidden());
        var stars = stars(seenAfter) - stars(seenBefore);
        var reviews = (seenAfter.isPresent() ? 1 : 0) - (seenBefore.isPresent() ? 1 : 0);
        if (stars != 0 || reviews != 0) {
            sql.update(
                    "update course set rating_sum = rating_sum + ?, rating_count = rating_count + ? where id = ?",
                    stars,
                    reviews,
                    course.value());
            changed.fire(CourseChanged.figuresOf(course));
        }
    }

    /** How many reviews give so many stars, for each number of them. */
    Map<String, Long> distribution(CourseId course) {
        var distribution = new TreeMap<String, Long>();
        for (var stars = 1; stars <= MOST_STARS; stars++) {
            distribution.put(Integer.toString(stars), 0L);
        }
        sql.query(DISTRIBUTION, row -> Map.entry(row.getString("rating"), row.getLong("reviews")), course.value())
                .forEach(count -> distribution.put(count.getKey(), count.getValue()));
        return distribution;
    }

    private static int stars(Optional<Review> review) {
        return review.map(Review::rating).orElse(0);
    }
}
