package org.coursewise.recommender.spark;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Enrollment;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;

/** Trains a recommender: Spark reads and counts, the library's {@link Trainer} does all else in the driver. */
final class SparkTraining {

    private final SparkSession spark;
    private final TrainingSettings settings;
    private final ClusterData.Bounds bounds;
    private final TrainingListener listener;
    private final Consumer<String> told;

    /** @param told gets a sentence for each of the first rows that cannot be used */
    SparkTraining(
            SparkSession spark,
            TrainingSettings settings,
            ClusterData.Bounds bounds,
            TrainingListener listener,
            Consumer<String> told) {
        this.spark = spark;
        this.settings = settings;
        this.bounds = bounds;
        this.listener = listener;
        this.told = told;
    }

    Recommender train(Table enrollments, Table courses, Table.Credentials credentials)
            throws UnusableDataException, InterruptedException, IOException {
        try (var data = count(enrollments, courses, credentials)) {
            return new Trainer(settings, listener).train(data);
        }
    }

    /** What the trainer learns from. */
    ClusterData count(Table enrollments, Table courses, Table.Credentials credentials)
            throws UnusableDataException, IOException {
        listener.progress("evidence", 0);
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var written = Catalogue.written(courses.read(spark, Course.REQUIRED, Course.OPTIONAL, true, credentials), told);
        var rows = enrollments.read(spark, Enrollment.REQUIRED, Enrollment.TIMES, false, credentials);
        try (var taken = TakenTable.of(spark, rows)) {
            var catalogue = Catalogue.of(written, taken.counts());
            taken.tellSkipped(told);
            if (catalogue.enrollments() == 0) {
                throw new UnusableDataException(enrollments.location() + " holds no enrolment");
            }
            told.accept("Counting " + catalogue.enrollments() + " enrolments in "
                    + catalogue.courses().size() + " courses");
            var numbers = context.broadcast(catalogue.numbers());
            var histories = taken.rows()
                    .toJavaRDD()
                    .mapPartitions(new HistoryRows(numbers, catalogue.timed(), settings.seed()), true)
                    .persist(StorageLevel.DISK_ONLY());
            try {
                listener.progress("evidence", 0.4);
                var data = ClusterData.of(context, histories, catalogue, settings, bounds);
                listener.progress("evidence", 1);
                return data;
            } finally {
                histories.unpersist();
            }
        }
    }
}
