package org.coursewise.course.figures;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewise.postgres.Sql;

/**
 * Counts in memory and adds to the database once a second: who counts never waits. A replica that is killed loses a second of
 * counting, and nothing else.
 */
@ApplicationScoped
public class OnlineFigures {

    private static final System.Logger LOG = System.getLogger(OnlineFigures.class.getName());

    private static final List<Figure> FIGURES = List.of(Figure.values());

    private static final String ADD = """
            insert into recommendation_figures (day, model_version, %s) values (?, ?%s)
            on conflict (day, model_version) do update set %s
            """.formatted(
                    columns("%1$s"),
                    ", ?".repeat(FIGURES.size()),
                    columns("%1$s = recommendation_figures.%1$s + excluded.%1$s"));

    private static final String COVER = """
            insert into recommendation_coverage (model_version, course_id)
            select ?, id from unnest(?::uuid[]) as id on conflict do nothing
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final Map<String, Counts> ofModel = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean isFailing;

    private static final class Counts {

        private final Map<Figure, LongAdder> counts = new ConcurrentHashMap<>();
        private final Set<String> shown = ConcurrentHashMap.newKeySet();
        private final Queue<String> unwritten = new ConcurrentLinkedQueue<>();

        void add(Figure figure, long count) {
            counts.computeIfAbsent(figure, none -> new LongAdder()).add(count);
        }

        long take(Figure figure) {
            var count = counts.get(figure);
            return count == null ? 0 : count.sumThenReset();
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) FigureCounted counted) {
        count(counted.modelVersion(), counted.figure(), 1);
    }

    public void count(String modelVersion, Figure figure, long count) {
        of(modelVersion).add(figure, count);
    }

    /** That these courses were shown at all. */
    public void cover(String modelVersion, Collection<String> courses) {
        var counts = of(modelVersion);
        courses.stream().filter(counts.shown::add).forEach(counts.unwritten::add);
    }

    public void start(ManagedExecutorService executor) {
        executor.execute(this::run);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private Counts of(String modelVersion) {
        return ofModel.computeIfAbsent(modelVersion, none -> new Counts());
    }

    private void run() {
        try {
            boolean isOver;
            do {
                isOver = stopped.await(1, TimeUnit.SECONDS);
                write();
            } while (!isOver);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            ofModel.forEach((model, counts) -> {
                add(today, model, counts);
                cover(model, counts);
            });
            isFailing = false;
        } catch (RuntimeException e) {
            if (!isFailing) {
                LOG.log(System.Logger.Level.WARNING, "Figures of recommendations wait for the database", e);
            }
            isFailing = true;
        }
    }

    private void add(LocalDate today, String model, Counts counts) {
        var taken = FIGURES.stream().map(counts::take).toList();
        if (taken.stream().allMatch(count -> count == 0)) {
            return;
        }
        try {
            sql.update(
                    ADD, Stream.concat(Stream.of(today, model), taken.stream()).toArray());
        } catch (RuntimeException e) {
            for (var i = 0; i < taken.size(); i++) {
                counts.add(FIGURES.get(i), taken.get(i));
            }
            throw e;
        }
    }

    private static String columns(String pattern) {
        return FIGURES.stream()
                .map(figure -> String.format(Locale.ROOT, pattern, figure.column()))
                .collect(Collectors.joining(", "));
    }

    private void cover(String model, Counts counts) {
        var fresh = new ArrayList<>(counts.unwritten);
        if (!fresh.isEmpty()) {
            sql.update(COVER, model, "{" + String.join(",", fresh) + "}");
            fresh.forEach(counts.unwritten::remove);
        }
    }
}
