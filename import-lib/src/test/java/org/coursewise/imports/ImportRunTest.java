package org.coursewise.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvFile;
import org.coursewise.csv.CsvRow;
import org.coursewise.trace.TraceContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch is read while the one before is written, and none is written out of turn. */
@Timeout(20)
class ImportRunTest {

    private static final ImportJob JOB = new ImportJob(UUID.randomUUID(), "words", 1, null);
    private static final TraceContext TRACE = TraceContext.continueFrom(null);

    private final ExecutorService writer = Executors.newCachedThreadPool();
    private final Words words = new Words();
    private final Steps steps = new Steps();

    @AfterEach
    void end() {
        writer.shutdownNow();
    }

    @Test
    void aBatchIsReadWhileTheOneBeforeIsWritten() throws IOException {
        words.before = new CountDownLatch(4);
        try (var run = run()) {
            read(run, "a", "b", "c", "d");
            assertThat(run.finish()).isEqualTo(new Count(4, 4, 0));
        }
        assertThat(words.written).containsExactly("a", "b", "c", "d");
        assertThat(steps.traces).hasSize(3).containsOnly(TRACE);
    }

    @Test
    void refusedRowsGoWithTheirBatch() throws IOException {
        try (var run = run()) {
            read(run, "a", "bad", "b", "c", "bad");
            assertThat(run.finish()).isEqualTo(new Count(5, 3, 2));
        }
        assertThat(steps.refused).containsExactly(3L, 6L);
    }

    @Test
    void whatFailsTheWritingEndsTheReading() throws IOException {
        steps.failure = new IllegalStateException("The database is away");
        try (var run = run()) {
            assertThatThrownBy(() -> read(run, "a", "b", "c", "d", "e", "f")).isSameAs(steps.failure);
        }
        assertThat(words.written).isEmpty();
    }

    @Test
    void nothingIsBeingWrittenAnyMoreWhenAnAttemptHasEnded() throws IOException {
        words.before = new CountDownLatch(3);
        var isReadToItsEnd = new CountDownLatch(1);
        writer.execute(() -> {
            await(isReadToItsEnd);
            words.before.countDown();
        });
        try (var run = run()) {
            read(run, "a", "b");
            isReadToItsEnd.countDown();
        }
        assertThat(words.written).containsExactly("a", "b");
    }

    private ImportRun run() {
        return new ImportRun(JOB, "this one", steps, words, writer, TRACE);
    }

    private static void read(ImportRun run, String... rows) throws IOException {
        var text = "word\n" + String.join("\n", rows);
        try (var file = new CsvFile(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            file.read(List.of("word"), run::take);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two words are a batch, which is written when so many words were read. */
    private static final class Words implements RowBatch {

        private final List<String> written = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private CountDownLatch before = new CountDownLatch(0);

        @Override
        public void add(CsvRow row) {
            var word = row.required("word", 10);
            if (word.equals("bad")) {
                throw new BadRowException("word", "is bad");
            }
            words.add(word);
            before.countDown();
        }

        @Override
        public boolean isFull() {
            return words.size() >= 2;
        }

        @Override
        public Writing take() {
            var taken = words;
            words = new ArrayList<>();
            return () -> {
                await(before);
                written.addAll(taken);
                return List.of();
            };
        }
    }

    /** Without a database. */
    private static final class Steps extends ImportSteps {

        private final List<Long> refused = new ArrayList<>();
        private final List<TraceContext> traces = new ArrayList<>();
        private RuntimeException failure;

        @Override
        Count write(
                ImportJob job,
                String worker,
                RowBatch.Writing batch,
                Count before,
                int rows,
                List<RowError> refusedRows) {
            if (failure != null) {
                throw failure;
            }
            batch.write();
            refusedRows.forEach(row -> refused.add(row.line()));
            traces.add(TraceContext.current().orElseThrow());
            return before.plus(rows, refusedRows.size());
        }

        @Override
        Count finish(ImportJob job, String worker, RowBatch batch, Count before) {
            return before;
        }
    }
}
