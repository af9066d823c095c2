package org.coursewise.course.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.coursewise.course.hearing.ChangeWatch;
import org.coursewise.course.hearing.CourseHeard;
import org.coursewise.rest.json.Rendered;

/** Courses as they are shown, read and written as JSON once for many who ask. */
@ApplicationScoped
class ShownCourses {

    private static final long MOST_BYTES = 32L << 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** What an entry takes beside its text, which is there as fields and as bytes. */
    private static final int OVERHEAD = 500;

    @Inject
    Courses courses;

    @Inject
    ChangeWatch watch;

    private final ShortMemory<CourseId, Shown> shown = new ShortMemory<>(
            MOST_BYTES,
            course -> OVERHEAD + 2 * course.rendered().length(),
            LONGEST,
            () -> watch.isFresh(),
            Ticker.systemTicker());

    /** A course on the wire, and that as JSON. */
    record Shown(CourseView view, Rendered rendered) {}

    /** Whoever asks has yet to look whether it may be seen. Not inside a transaction. */
    Optional<Shown> find(CourseId id) {
        return shown.find(
                id, () -> courses.find(id).map(CourseView::of).map(view -> new Shown(view, new Rendered(view))));
    }

    /** A course that anybody may see, if it is in memory. */
    Optional<Rendered> ifKeptForAnybody(CourseId id) {
        return shown.ifKept(id)
                .filter(course -> course.view().status() == CourseStatus.PUBLISHED)
                .map(Shown::rendered);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) CourseChanged change) {
        var id = change.course();
        if (id == null) {
            shown.forgetAll();
        } else {
            shown.forget(id);
        }
    }

    void changed(@Observes CourseHeard change) {
        Optional.ofNullable(change.course()).flatMap(CourseId::parse).ifPresentOrElse(shown::forget, shown::forgetAll);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) SeatsOpened change) {
        shown.forget(change.course());
    }
}
