package org.coursewise.course.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.course.training.DamagedModelException;
import org.coursewise.course.training.Models;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers, the same on every replica: each looks every second which one is in service, reads it and swaps
 * one object for the other. One that cannot be read stays out, and the one before it goes on. Beside it there may be one on trial,
 * for some learners.
 */
@ApplicationScoped
public class ServedModel {

    private static final System.Logger LOG = System.getLogger(ServedModel.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Loaded current;
    private volatile @Nullable Tried challenger;
    private final Set<String> refused = new HashSet<>();

    @Inject
    Models models;

    @Inject
    RecommendationMetrics metrics;

    /** A model and the version it is known by. */
    record Loaded(String version, Recommender recommender) {}

    /** A model on trial, and for which share of learners. */
    private record Tried(Loaded model, double share) {}

    /** The one that answers a learner; each trial has other learners. */
    Optional<Loaded> of(String learner) {
        var trial = challenger;
        return trial != null && Changes.group(trial.model().version() + learner) < trial.share() * Changes.GROUPS
                ? Optional.of(trial.model())
                : inService();
    }

    Optional<Loaded> inService() {
        return Optional.ofNullable(current);
    }

    public void start(ManagedExecutorService executor) {
        executor.execute(this::watch);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void watch() {
        var isFailing = false;
        try {
            do {
                try {
                    swapIfNew();
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing) {
                        LOG.log(System.Logger.Level.WARNING, "Cannot look for a new model", e);
                    }
                    isFailing = true;
                }
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void swapIfNew() {
        var version = models.versionInService().orElse(null);
        var before = current;
        if (version != null && !refused.contains(version) && (before == null || !version.equals(before.version()))) {
            load(version).ifPresent(loaded -> {
                current = loaded;
                models.trainedAt(version).ifPresent(at -> metrics.serves(version, at));
                LOG.log(System.Logger.Level.INFO, "Model {0} answers", version);
            });
        }
        var trial = models.trial()
                .filter(found -> !refused.contains(found.version()))
                .orElse(null);
        var tried = challenger;
        if (trial == null) {
            challenger = null;
        } else if (tried != null && tried.model().version().equals(trial.version())) {
            challenger = new Tried(tried.model(), trial.share());
        } else {
            challenger = load(trial.version())
                    .map(loaded -> new Tried(loaded, trial.share()))
                    .orElse(null);
        }
    }

    private Optional<Loaded> load(String version) {
        try (var stored = models.open(version).orElseThrow(() -> new IOException("it is gone"))) {
            return Optional.of(new Loaded(version, ModelFile.read(stored)));
        } catch (IOException | DamagedModelException e) {
            refused.add(version);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Model {0} cannot be used and the one before it goes on: {1}",
                    version,
                    e.getMessage());
            return Optional.empty();
        }
    }
}
