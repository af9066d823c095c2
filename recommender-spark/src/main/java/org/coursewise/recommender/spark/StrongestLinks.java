package org.coursewise.recommender.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.HistoryEvidence;
import org.coursewise.recommender.candidates.NeighborhoodSlim;
import org.coursewise.recommender.candidates.RowSource;
import org.coursewise.recommender.candidates.Rows;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * Hands back, for the evidence of each fold and for everything, the links that each source keeps: where there are too many
 * courses for whole rows. The links among which SLIM looks for neighbours come with how many learners took both.
 */
final class StrongestLinks implements BlockWork {

    private final List<RowSource> sources;
    private final int folds;

    StrongestLinks(List<RowSource> sources, int folds) {
        this.sources = new ArrayList<>(sources);
        this.folds = folds;
    }

    /** One for each source, one for numbers of courses, for each fold and for everything. */
    @Override
    public int files() {
        return (folds + 1) * (sources.size() + 1);
    }

    int file(int fold, RowSource source) {
        int at = sources.indexOf(source);
        if (at < 0) {
            throw new IllegalArgumentException("No links were made for " + source);
        }
        return fold * (sources.size() + 1) + at;
    }

    /** The file with the weight and the mean logarithm of each course. */
    int factsFile(int fold) {
        return fold * (sources.size() + 1) + sources.size();
    }

    @Override
    public Iterator<MadeRow> rows(Blocks blocks, int block, BlockSums sums, HeldLearners held) {
        return IntStream.rangeClosed(0, folds)
                .mapToObj(fold -> rowsOf(fold, blocks, block, sums, held))
                .flatMap(List::stream)
                .iterator();
    }

    private List<MadeRow> rowsOf(int fold, Blocks blocks, int block, BlockSums sums, HeldLearners held) {
        var rows = new ArrayList<MadeRow>();
        try (var workers = new Workers(1)) {
            var evidence = HistoryEvidence.of(held.histories(fold), sums, 0, workers);
            for (var source : sources) {
                var writer = source.rows(evidence);
                for (int row = 0; row < blocks.rows(block); row++) {
                    int course = blocks.course(block, row);
                    if (course < evidence.taken()) {
                        var links = Rows.strongest(course, new double[evidence.taken()], source.most(), writer);
                        rows.add(new MadeRow(file(fold, source), course, bytes(source, course, links, evidence)));
                    }
                }
            }
            for (int row = 0; row < blocks.rows(block); row++) {
                int course = blocks.course(block, row);
                var facts = ByteBuffer.allocate(2 * Double.BYTES)
                        .putDouble(evidence.weight(course))
                        .putDouble(evidence.logLength(course));
                rows.add(new MadeRow(factsFile(fold), course, facts.array()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cancelled", e);
        }
        return rows;
    }

    private static byte[] bytes(RowSource source, int course, SparseRows.Row links, Evidence evidence) {
        if (!isCounted(source)) {
            return LinkBytes.of(links);
        }
        var together = new double[evidence.taken()];
        evidence.together(course, together);
        return LinkBytes.counted(links, together);
    }

    /** Whether a source's links come with how many learners took both courses. */
    static boolean isCounted(RowSource source) {
        return source.equals(NeighborhoodSlim.nearest());
    }
}
