package org.coursewise.course.catalog;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * After an update makes anew what courses are found by, in the background; meanwhile they are found as before. Forgets orders
 * that nobody walks any more.
 */
@ApplicationScoped
public class IndexUpkeep {

    private static final System.Logger LOG = System.getLogger(IndexUpkeep.class.getName());

    @Inject
    SearchIndex index;

    @Inject
    MovedCourses moved;

    private final CountDownLatch stopped = new CountDownLatch(1);

    public void start(ManagedExecutorService executor) {
        executor.execute(this::run);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void run() {
        giveKinds();
        refreshAll();
        try {
            do {
                forgetOld();
            } while (!stopped.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetOld() {
        try {
            moved.forgetOld();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Orders of courses are kept for a minute more", e);
        }
    }

    /** Until then they are counted and ordered all the same, only not as fast. */
    private void giveKinds() {
        try {
            var count = 0;
            var some = index.giveKinds();
            while (some > 0 && stopped.getCount() > 0) {
                count += some;
                some = index.giveKinds();
            }
            if (count > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} courses are counted by their kinds", count);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Some courses are counted one by one, until the next start", e);
        }
    }

    private void refreshAll() {
        try {
            var count = 0;
            var batch = index.refreshOutdated(new UUID(0, 0));
            while (!batch.isEmpty() && stopped.getCount() > 0) {
                count += batch.size();
                batch = index.refreshOutdated(batch.get(batch.size() - 1));
            }
            if (count > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} courses are found by words of this release", count);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Courses are found as before, until the next start", e);
        }
    }
}
