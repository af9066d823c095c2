package org.coursewise.rest.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The last answer to a question that is asked again and again in the background. Who reads it never waits: while there is
 * no answer, or only an old one because the question hangs, every figure of it is {@code NaN}.
 *
 * @param <T> the answer
 */
public final class Sample<T> {

    private static final System.Logger LOG = System.getLogger(Sample.class.getName());
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Supplier<T> question;
    private final LongSupplier nanoTime;
    private volatile @Nullable Answer<T> last;

    private record Answer<T>(T content, long since) {}

    /** @param nanoTime as {@link System#nanoTime} */
    Sample(Supplier<T> question, LongSupplier nanoTime) {
        this.question = question;
        this.nanoTime = nanoTime;
    }

    void ask() {
        try {
            last = new Answer<>(question.get(), nanoTime.getAsLong());
        } catch (RuntimeException e) {
            // whoever is away is told of by readiness and by its own log
            LOG.log(System.Logger.Level.DEBUG, "A figure for /metrics is not to be had", e);
            last = null;
        }
    }

    /** A figure of the last answer. */
    public double of(ToDoubleFunction<T> figure) {
        var answer = last;
        if (answer == null || nanoTime.getAsLong() - answer.since() > GOOD_FOR.toNanos()) {
            return Double.NaN;
        }
        return figure.applyAsDouble(answer.content());
    }
}
