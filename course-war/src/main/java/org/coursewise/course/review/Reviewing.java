package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.coursewise.course.catalog.Course;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.problem.CourseException;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;

/** What learners do with reviews; each is one transaction. */
@ApplicationScoped
class Reviewing {

    @Inject
    Reviews reviews;

    @Inject
    Ratings ratings;

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Erasures erasures;

    @Inject
    Clock clock;

    /** A review that was just written, and whether there was none before. */
    record Written(MyReview review, boolean isNew) {}

    @Transactional
    ReviewPage list(CourseId course, PageRequest request) {
        demandSeen(courses.find(course));
        var after = request.after(Reviews.Position.class).orElse(null);
        var page = Page.of(reviews.page(course, after, request.rowsToFetch()), request, Reviews.Position::of);
        return new ReviewPage(
                page.items().stream().map(ReviewView::of).toList(), page.nextCursor(), ratings.distribution(course));
    }

    /** Also of a course that has left the catalogue: it is still the learner's own. */
    @Transactional
    MyReview own(String learner, CourseId course) {
        return reviews.of(learner, course).map(MyReview::of).orElseThrow(() -> ProblemException.notFound("review"));
    }

    /** Writes the one review of a learner; one that is hidden stays so, whatever it says now. */
    @Transactional
    Written write(String learner, CourseId course, int rating, String comment) {
        erasures.demandNotErased(learner);
        demandSeen(courses.findLocked(course));
        if (!reviews.takesPart(learner, course)) {
            throw new CourseException.NotEnrolled();
        }
        var before = reviews.of(learner, course);
        reviews.write(learner, course, rating, comment, clock.instant());
        var after = reviews.of(learner, course);
        ratings.replace(course, before, after);
        return new Written(after.map(MyReview::of).orElseThrow(), before.isEmpty());
    }

    @Transactional
    void withdraw(String learner, CourseId course) {
        courses.findLocked(course);
        var before = reviews.of(learner, course);
        var gone = before.orElseThrow(() -> ProblemException.notFound("review"));
        reviews.withdraw(gone.id(), clock.instant());
        ratings.replace(course, before, reviews.find(gone.id()));
    }

    private void demandSeen(Optional<Course> course) {
        if (course.filter(editor::sees).isEmpty()) {
            throw ProblemException.notFound("course");
        }
    }
}
