package org.coursewise.worker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What was taken since the model in service was trained, which it therefore cannot have seen. Of a part of the learners it is
 * set aside, so that the new model does not see it either and both can be compared on it.
 */
final class NewerEnrollments {

    /** Of so many learners what is new is set aside at most; more would make an interval that is narrow enough narrower. */
    private static final int MOST = 2_000;
    /** The new model has to learn from what is new, too. */
    private static final int ONE_OF = 5;
    /** With fewer an interval says nothing. */
    private static final int FEWEST = 100;

    private final @Nullable Instant since;
    private final Map<String, List<Row>> newer = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private record Row(String course, Instant at) {}

    NewerEnrollments(@Nullable Instant since) {
        this.since = since;
    }

    /** Takes a row; one that is not newer goes to the training at once. */
    void add(String learner, String course, @Nullable Instant at, DatasetBuilder training) {
        if (since != null && at != null && at.isAfter(since)) {
            newer.computeIfAbsent(learner, none -> new ArrayList<>()).add(new Row(course, at));
        } else {
            training.enrollment(learner, course, at);
            if (since != null) {
                known.add(learner);
            }
        }
    }

    /** Gives all that is not set aside to the training; what is, null when it would be too little. */
    @Nullable
    Dataset split(DatasetBuilder training) {
        var learners = newer.keySet().stream()
                .filter(known::contains)
                .sorted(Comparator.comparingLong(NewerEnrollments::hash).thenComparing(Comparator.naturalOrder()))
                .toList();
        var count = Math.min(MOST, learners.size() / ONE_OF);
        var aside = count < FEWEST ? Set.<String>of() : Set.copyOf(learners.subList(0, count));
        var test = new DatasetBuilder();
        newer.forEach((learner, rows) -> {
            var builder = aside.contains(learner) ? test : training;
            rows.forEach(row -> builder.enrollment(learner, row.course(), row.at()));
        });
        return aside.isEmpty() ? null : test.build();
    }

    /** Spreads learners whatever their ids look like, each time in the same way. */
    private static long hash(String learner) {
        var hash = new CRC32();
        hash.update(learner.getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }
}
