package org.coursewise.recommender.spark;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.coursewise.recommender.dataset.IdHash;
import org.coursewise.recommender.dataset.TakenCourses;
import org.jspecify.annotations.Nullable;

/** Makes histories of the rows of a partition, all of a learner one after the other. */
final class HistoryRows implements FlatMapFunction<Iterator<Row>, LearnerHistory> {

    private final Broadcast<Map<String, Integer>> numbers;
    private final boolean timed;
    private final long seed;

    /** @param numbers of the courses by code */
    HistoryRows(Broadcast<Map<String, Integer>> numbers, boolean timed, long seed) {
        this.numbers = numbers;
        this.timed = timed;
        this.seed = seed;
    }

    @Override
    public Iterator<LearnerHistory> call(Iterator<Row> rows) {
        return new ByLearner(rows);
    }

    private final class ByLearner implements Iterator<LearnerHistory> {

        private final Iterator<Row> rows;
        private @Nullable Row next;

        ByLearner(Iterator<Row> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LearnerHistory next() {
            var row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            var learner = row.getString(0);
            var taken = new TakenCourses();
            while (row != null && learner.equals(row.getString(0))) {
                var number = numbers.value().get(row.getString(1));
                if (number == null) {
                    throw new IllegalStateException("The enrolments changed while they were read");
                }
                taken.add(number, row.isNullAt(2) ? null : row.getLong(2));
                row = rows.hasNext() ? rows.next() : null;
            }
            next = row;
            return new LearnerHistory(learner, IdHash.of(learner, seed), taken.sorted(course -> course, timed));
        }
    }
}
