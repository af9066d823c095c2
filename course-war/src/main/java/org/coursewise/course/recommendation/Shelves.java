package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the shelves of this moment, one for each model that answers. */
@ApplicationScoped
class Shelves {

    /** How many have taken a course changes all the time, and its place among the popular ones seldom. */
    private static final Duration POPULARITY = Duration.ofMinutes(1);

    @Inject
    ServedModel served;

    @Inject
    Offers offers;

    @Inject
    Clock clock;

    private final Map<String, Made> current = new ConcurrentHashMap<>();

    private record Made(Shelf shelf, Instant at) {

        boolean isGood(long edition, ServedModel.@Nullable Loaded model, Instant now) {
            return shelf.isOf(edition, model) && !at.isBefore(now.minus(POPULARITY));
        }
    }

    /** In the order of the model that answers this learner. */
    Shelf of(String learner) {
        return current(served.of(learner).orElse(null));
    }

    /** In the order of the model in service. */
    Shelf inService() {
        return current(served.inService().orElse(null));
    }

    /** In the order of any model. */
    Shelf of(ServedModel.Loaded model) {
        return current(model);
    }

    private Shelf current(ServedModel.@Nullable Loaded model) {
        var edition = offers.edition();
        var made = current.get(version(model));
        return made != null && made.isGood(edition, model, clock.instant()) ? made.shelf() : make(edition, model);
    }

    /** One at a time: who comes meanwhile takes what the first has made. */
    private synchronized Shelf make(long edition, ServedModel.@Nullable Loaded model) {
        var version = version(model);
        var now = clock.instant();
        var before = current.get(version);
        if (before != null && before.isGood(edition, model, now)) {
            return before.shelf();
        }
        var shelf = new Shelf(edition, model, offers.all(), now);
        if (before != null
                && before.shelf().isOf(edition, model)
                && before.shelf().hasOrderOf(shelf)) {
            shelf = before.shelf();
        }
        current.put(version, new Made(shelf, now));
        // models that answer no more would keep their memory
        current.values().removeIf(made -> made.at().isBefore(now.minus(POPULARITY)));
        return shelf;
    }

    private static String version(ServedModel.@Nullable Loaded model) {
        return model == null ? RecommendationId.NO_MODEL : model.version();
    }
}
