package org.coursewise.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does many things in the same moment. */
final class AtOnce {

    private static final long PATIENCE_SECONDS = 120;

    private AtOnce() {}

    /** What each of them gave, in their order. */
    static <T> List<T> run(int count, IntFunction<T> each) throws Exception {
        var things = new ArrayList<Callable<T>>();
        for (var i = 0; i < count; i++) {
            var number = i;
            things.add(() -> each.apply(number));
        }
        return run(things);
    }

    static <T> List<T> run(List<Callable<T>> things) throws Exception {
        var pool = Executors.newFixedThreadPool(things.size());
        try {
            var ready = new CountDownLatch(things.size());
            var begun = new ArrayList<Future<T>>();
            for (var thing : things) {
                begun.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return thing.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : begun) {
                results.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
