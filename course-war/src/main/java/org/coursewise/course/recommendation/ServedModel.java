package org.coursewise.course.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coursewise.course.training.DamagedModelException;
import org.coursewise.course.training.Models;
import org.coursewise.course.training.Trials;
import org.coursewise.postgres.PeriodicWork;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers, the same on every replica: each looks every second which one was promoted last, reads it and
 * swaps one object for the other. One that cannot be read stays out, and the one before it goes on, also after a start. Beside
 * it there may be one on trial, for some learners, and one whose lists are only compared.
 */
@ApplicationScoped
public class ServedModel {

    private static final System.Logger LOG = System.getLogger(ServedModel.class.getName());

    private final PeriodicWork work = new PeriodicWork(Duration.ofSeconds(1), "Cannot look for a new model");
    private volatile @Nullable Loaded current;
    private volatile @Nullable Tried challenger;
    private volatile @Nullable Tried shadow;
    private volatile boolean hasLooked;
    private final Set<String> refused = new HashSet<>();

    @Inject
    Models models;

    @Inject
    Trials trials;

    @Inject
    RecommendationMetrics metrics;

    /** A model and the version it is known by. */
    record Loaded(String version, Recommender recommender) {}

    /** A model beside the one in service, and for which share of learners. */
    private record Tried(Loaded model, double share) {

        /** Each trial has other learners, and a shadow others than the trial. */
        boolean isFor(String learner, String purpose) {
            return Changes.group(purpose + model.version() + learner) < share * Changes.GROUPS;
        }
    }

    /** The one that answers a learner. */
    Optional<Loaded> of(String learner) {
        var trial = challenger;
        return trial != null && trial.isFor(learner, "") ? Optional.of(trial.model()) : inService();
    }

    /** The one that makes a list for a learner that nobody is shown. */
    Optional<Loaded> shadowOf(String learner) {
        return Optional.ofNullable(shadow)
                .filter(tried -> tried.isFor(learner, "shadow "))
                .map(Tried::model);
    }

    Optional<Loaded> inService() {
        return Optional.ofNullable(current);
    }

    /** One that is in memory: in service, on trial or in the shadow. */
    Optional<Loaded> loaded(String version) {
        return Stream.of(inService(), model(challenger), model(shadow))
                .flatMap(Optional::stream)
                .filter(model -> model.version().equals(version))
                .findFirst();
    }

    private static Optional<Loaded> model(@Nullable Tried tried) {
        return Optional.ofNullable(tried).map(Tried::model);
    }

    /** Whether it is known which one serves, if any. */
    boolean hasLooked() {
        return hasLooked;
    }

    public void start(ManagedExecutorService executor) {
        work.start(executor, this::look);
    }

    @PreDestroy
    void stop() {
        work.stop();
    }

    private void look() {
        swapIfNew();
        tryIfNew();
        hasLooked = true;
    }

    private void swapIfNew() {
        for (var version : models.promoted()) {
            var before = current;
            if (before != null && version.equals(before.version())) {
                return;
            }
            var loaded = refused.contains(version) ? Optional.<Loaded>empty() : load(version);
            if (loaded.isPresent()) {
                current = loaded.get();
                models.trainedAt(version).ifPresent(at -> metrics.serves(version, at));
                LOG.log(System.Logger.Level.INFO, "Model {0} answers", version);
                return;
            }
        }
    }

    private void tryIfNew() {
        challenger = beside(challenger, trials.trial());
        shadow = beside(shadow, trials.shadow());
    }

    /** The one that is wanted, read when it is another than before; null for none, or one that cannot be used. */
    private @Nullable Tried beside(@Nullable Tried before, Optional<Trials.Trial> wanted) {
        var trial = wanted.filter(found -> !refused.contains(found.version())).orElse(null);
        if (trial == null) {
            return null;
        }
        return before != null && before.model().version().equals(trial.version())
                ? new Tried(before.model(), trial.share())
                : load(trial.version())
                        .map(loaded -> new Tried(loaded, trial.share()))
                        .orElse(null);
    }

    /** Empty for one that cannot be used; that is written down, and it is not tried again before the next start. */
    private Optional<Loaded> load(String version) {
        try (var stored = models.open(version).orElseThrow(() -> new IOException("It is gone"))) {
            var loaded = new Loaded(version, read(stored));
            models.accept(version);
            return Optional.of(loaded);
        } catch (IOException | DamagedModelException e) {
            var reason = String.valueOf(e.getMessage());
            models.refuse(version, reason);
            refused.add(version);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Model {0} cannot be used and the one before it goes on: {1}",
                    version,
                    reason);
            return Optional.empty();
        }
    }

    private static Recommender read(InputStream stored) throws IOException {
        try {
            return ModelFile.read(stored);
        } catch (RuntimeException e) {
            throw new IOException("It cannot be read: " + e, e);
        }
    }
}
