package org.coursewise.course.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.course.figures.CourseChosen;
import org.coursewise.course.figures.Figure;
import org.coursewise.course.figures.OnlineFigures;

/**
 * Asks the model in the shadow what it would have shown. Lists are made by one thread, fifty a second at most, and what comes
 * while many wait is left out: whoever is answered waits for none of it. Nothing is kept of anybody but counts: when a course
 * is opened or enrolled in, the list is made anew, as of before.
 */
@ApplicationScoped
public class Shadow {

    private static final System.Logger LOG = System.getLogger(Shadow.class.getName());
    private static final int MOST_WAITING = 200;
    private static final int MILLIS_EACH = 20;
    private static final int PLACES = 10;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean isFailing;

    @Inject
    ServedModel served;

    @Inject
    LearnerStates learners;

    @Inject
    Shelves shelves;

    @Inject
    Listing listing;

    @Inject
    OnlineFigures figures;

    public void start(ManagedExecutorService executor) {
        executor.execute(this::run);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    /** An answer that was not given before. */
    void shown(RecommendationRequest request, Answer answer) {
        served.shadowOf(request.learner())
                .filter(model -> !model.version().equals(answer.id().modelVersion()))
                .ifPresent(model -> offer(model, () -> compare(model, request, answer)));
    }

    void chosen(@Observes(during = TransactionPhase.AFTER_SUCCESS) CourseChosen chosen) {
        served.shadowOf(chosen.learner()).ifPresent(model -> offer(model, () -> lookFor(model, chosen)));
    }

    private void offer(ServedModel.Loaded model, Runnable look) {
        if (!waiting.offer(look)) {
            figures.count(model.version(), Figure.SHADOW_DROPPED, 1);
        }
    }

    private void run() {
        try {
            while (!stopped.await(MILLIS_EACH, TimeUnit.MILLISECONDS)) {
                var next = waiting.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    look(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Runnable next) {
        try {
            next.run();
            isFailing = false;
        } catch (RuntimeException e) {
            if (!isFailing) {
                LOG.log(System.Logger.Level.WARNING, "What a model would show is not looked at", e);
            }
            isFailing = true;
        }
    }

    private void compare(ServedModel.Loaded model, RecommendationRequest request, Answer answer) {
        var shown = answer.view().items().stream()
                .limit(PLACES)
                .map(item -> item.course().id())
                .toList();
        var state = learners.of(request.learner());
        var list = first(listing.list(request, state, shelves.of(model)).ids());
        var common = new HashSet<>(shown);
        common.retainAll(list);
        figures.count(model.version(), Figure.SHADOW_LISTS, 1);
        figures.count(model.version(), Figure.SHADOW_COMMON, common.size());
        figures.count(model.version(), Figure.SHADOW_PLACES, Math.max(shown.size(), list.size()));
    }

    private void lookFor(ServedModel.Loaded model, CourseChosen chosen) {
        var request = new RecommendationRequest(
                chosen.learner(), RecommendationRequest.HOME, null, PLACES, Locale.ENGLISH, "");
        var state = learners.of(chosen.learner()).without(chosen.course());
        var isFound = listing.list(request, state, shelves.of(model)).ids().contains(chosen.course());
        var looked = chosen.isEnrolled() ? Figure.SHADOW_ENROLLMENTS : Figure.SHADOW_CLICKS;
        var found = chosen.isEnrolled() ? Figure.SHADOW_ENROLLMENTS_FOUND : Figure.SHADOW_CLICKS_FOUND;
        figures.count(model.version(), looked, 1);
        figures.count(model.version(), found, isFound ? 1 : 0);
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(PLACES, ids.size()));
    }
}
