package org.coursewise.recommender.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.candidates.HistoryEvidence;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.spark.Blocks.ChunkKey;
import org.coursewise.recommender.training.FoldedData;
import org.coursewise.recommender.training.Holdout;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingSettings;

/**
 * What training learns from, counted by the cluster. In the driver are the folds' learners, a sample of the others and
 * numbers of courses; what was counted of all others lies in files of its work folder.
 */
final class ClusterData implements FoldedData, AutoCloseable {

    /** Of the learners whose histories topics are fitted on, all together. */
    static final int SAMPLE_ENROLLMENTS = 8_000_000;

    private final Catalogue catalogue;
    private final HeldLearners held;
    private final Histories others;
    private final Blocks blocks;
    private final StrongestLinks links;
    private final boolean dense;
    private final List<RowFile> files;
    private final Path folder;

    private ClusterData(
            Catalogue catalogue,
            HeldLearners held,
            Histories others,
            Blocks blocks,
            StrongestLinks links,
            boolean dense,
            List<RowFile> files,
            Path folder) {
        this.catalogue = catalogue;
        this.held = held;
        this.others = others;
        this.blocks = blocks;
        this.links = links;
        this.dense = dense;
        this.files = files;
        this.folder = folder;
    }

    /** How much is kept where. */
    record Bounds(int mostDense, int sampleEnrollments) {

        static Bounds defaults() {
            return new Bounds(Evidence.MOST_DENSE, SAMPLE_ENROLLMENTS);
        }
    }

    /**
     * Counts.
     *
     * @param histories of all learners; asked for several times
     */
    static ClusterData of(
            JavaSparkContext spark,
            JavaRDD<LearnerHistory> histories,
            Catalogue catalogue,
            TrainingSettings settings,
            Bounds bounds)
            throws IOException {
        var draw = Draw.of(histories, settings, bounds.sampleEnrollments());
        int[] counts = catalogue.counts().stream().mapToInt(Integer::intValue).toArray();
        var held = new HeldLearners(
                counts, draw.learners(), catalogue.timed(), sequences(), draw.folds(), settings.seed());
        var others = Histories.of(counts.length, draw.others(), catalogue.timed());
        int taken = HistoryEvidence.taken(counts);
        var blocks = Blocks.of(Math.max(1, taken), catalogue.timed(), 2 * spark.defaultParallelism());
        var links = new StrongestLinks(Trainer.rowSources(catalogue.timed()), settings.folds());
        boolean dense = taken <= bounds.mostDense();
        var work = dense ? new WholeRows() : links;
        var folder = Files.createTempDirectory("coursewise-spark");
        var files = new ArrayList<RowFile>();
        for (int file = 0; file < work.files(); file++) {
            files.add(new RowFile(folder.resolve("rows-" + file), blocks.courses()));
        }
        write(spark, draw.others(histories), blocks, held, work, files);
        return new ClusterData(catalogue, held, others, blocks, links, dense, files, folder);
    }

    private static void write(
            JavaSparkContext spark,
            JavaRDD<LearnerHistory> others,
            Blocks blocks,
            HeldLearners held,
            BlockWork work,
            List<RowFile> files)
            throws IOException {
        var known = spark.broadcast(held);
        var chunks = others.mapPartitionsWithIndex(
                (partition, part) -> (Iterator<scala.Tuple2<ChunkKey, byte[]>>) new Chunks(partition, part, blocks),
                true);
        var rows = JavaPairRDD.fromJavaRDD(chunks)
                .repartitionAndSortWithinPartitions(blocks)
                .values()
                .mapPartitionsWithIndex(
                        (block, part) -> {
                            var sums = BlockSums.of(blocks, block, known.value(), part);
                            return work.rows(blocks, block, sums, known.value());
                        },
                        true)
                .persist(StorageLevel.DISK_ONLY());
        try {
            // all tasks at once; an iterator of the driver alone would run one after the other
            rows.count();
            for (var each = rows.toLocalIterator(); each.hasNext(); ) {
                var row = each.next();
                files.get(row.file()).write(row.course(), row.bytes());
            }
        } finally {
            rows.unpersist();
            known.destroy();
        }
    }

    private static Sequences sequences() {
        return Trainer.rowSources(true).stream()
                .filter(Sequences.class::isInstance)
                .map(Sequences.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Course> courses() {
        return catalogue.courses();
    }

    @Override
    public int learners() {
        return held.learners();
    }

    @Override
    public int enrollments() {
        return catalogue.enrollments();
    }

    @Override
    public List<Holdout> holdouts() {
        return IntStream.range(0, held.folds()).mapToObj(held::holdout).toList();
    }

    @Override
    public Evidence without(int fold, Workers workers) throws InterruptedException {
        return dense
                ? HistoryEvidence.of(
                        held.histories(fold),
                        new WholeRows.Kept(files.get(0), blocks, held, others),
                        Integer.MAX_VALUE,
                        workers)
                : new LinkEvidence(links, files, fold, held, others);
    }

    @Override
    public Evidence everything(Workers workers) throws InterruptedException {
        return without(held.folds(), workers);
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
        for (int file = 0; file < files.size(); file++) {
            Files.deleteIfExists(folder.resolve("rows-" + file));
        }
        Files.deleteIfExists(folder);
    }
}
