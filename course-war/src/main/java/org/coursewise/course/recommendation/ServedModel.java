package org.coursewise.course.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.course.training.DamagedModelException;
import org.coursewise.course.training.Models;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers, the same on every replica: each looks every second which one is in service, reads it and swaps
 * one object for the other. One that cannot be read stays out, and the one before it goes on.
 */
@ApplicationScoped
public class ServedModel {

    private static final System.Logger LOG = System.getLogger(ServedModel.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Loaded current;
    private @Nullable String refused;

    @Inject
    Models models;

    @Inject
    RecommendationMetrics metrics;

    /** A model and the version it is known by. */
    record Loaded(String version, Recommender recommender) {}

    Optional<Loaded> current() {
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
        if (version == null || version.equals(refused) || (before != null && version.equals(before.version()))) {
            return;
        }
        var trainedAt = models.trainedAt(version);
        try (var stored = models.open(version).orElseThrow(() -> new IOException("it is gone"))) {
            current = new Loaded(version, ModelFile.read(stored));
            refused = null;
            trainedAt.ifPresent(at -> metrics.serves(version, at));
            LOG.log(System.Logger.Level.INFO, "Model {0} answers", version);
        } catch (IOException | DamagedModelException e) {
            refused = version;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Model {0} cannot be used and the one before it goes on: {1}",
                    version,
                    e.getMessage());
        }
    }
}
