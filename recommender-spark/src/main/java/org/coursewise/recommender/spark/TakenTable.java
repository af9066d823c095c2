package org.coursewise.recommender.spark;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.coursewise.recommender.dataset.Enrollment;

/**
 * Enrolments that can be used, each once at its first known time, learner by learner: on the disks of the cluster. What
 * cannot be used is counted and the first rows are told; when a task must be done again, its rows count again.
 */
final class TakenTable implements AutoCloseable {

    private static final int TOLD = 10;
    private static final StructType SCHEMA = new StructType(new StructField[] {
        DataTypes.createStructField("learner", DataTypes.StringType, false),
        DataTypes.createStructField("course", DataTypes.StringType, false),
        DataTypes.createStructField("at", DataTypes.LongType, true)
    });

    private final Dataset<Row> rows;
    private final LongAccumulator skipped;
    private final CollectionAccumulator<String> first;

    private TakenTable(Dataset<Row> rows, LongAccumulator skipped, CollectionAccumulator<String> first) {
        this.rows = rows;
        this.skipped = skipped;
        this.first = first;
    }

    /** @param enrollments with the columns of {@link Enrollment} */
    static TakenTable of(SparkSession spark, Dataset<Row> enrollments) {
        var skipped = spark.sparkContext().longAccumulator("skipped rows");
        var first = spark.sparkContext().<String>collectionAccumulator("first skipped rows");
        var usable = enrollments.mapPartitions(new Usable(enrollments, skipped, first), Encoders.row(SCHEMA));
        var learner = functions.col("learner");
        // one shuffle: what lies together by learner lies together by learner and course
        var rows = usable.repartition(learner)
                .groupBy(learner, functions.col("course"))
                .agg(functions.min("at").as("at"))
                .sortWithinPartitions(learner)
                .persist(StorageLevel.DISK_ONLY());
        return new TakenTable(rows, skipped, first);
    }

    /** How many learners took each course, and of how many of them it is known when: course, taken, timed. */
    List<Row> counts() {
        return rows.groupBy("course")
                .agg(functions.count("*").as("taken"), functions.count("at").as("timed"))
                .collectAsList();
    }

    /** Learner, course and time, all of a learner one after the other. */
    Dataset<Row> rows() {
        return rows;
    }

    /** Tells what was skipped, once {@link #counts} is known. */
    void tellSkipped(Consumer<String> told) {
        first.value().stream().limit(TOLD).map(row -> "Skipped: " + row).forEach(told);
        if (skipped.value() > 0) {
            told.accept(skipped.value() + " rows were skipped");
        }
    }

    @Override
    public void close() {
        rows.unpersist();
    }

    /** Reads rows by the library's rules. */
    private static final class Usable implements MapPartitionsFunction<Row, Row> {

        private final java.util.Map<String, Integer> places;
        private final LongAccumulator skipped;
        private final CollectionAccumulator<String> first;

        Usable(Dataset<Row> enrollments, LongAccumulator skipped, CollectionAccumulator<String> first) {
            this.places = Table.places(enrollments);
            this.skipped = skipped;
            this.first = first;
        }

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            var told = new int[1];
            Iterable<Row> once = () -> rows;
            Stream<Row> usable = StreamSupport.stream(once.spliterator(), false)
                    .map(row -> usable(new RowCells(row, places), told))
                    .filter(Objects::nonNull);
            return usable.iterator();
        }

        private @org.jspecify.annotations.Nullable Row usable(RowCells cells, int[] told) {
            try {
                var enrollment = Enrollment.of(cells);
                var at = enrollment.at();
                return RowFactory.create(
                        enrollment.learner(), enrollment.course(), at == null ? null : at.toEpochMilli());
            } catch (IllegalArgumentException e) {
                skipped.add(1);
                if (told[0]++ < TOLD) {
                    first.add(cells.line() + ": " + e.getMessage());
                }
                return null;
            }
        }
    }
}
