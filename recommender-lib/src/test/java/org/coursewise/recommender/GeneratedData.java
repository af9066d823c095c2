package org.coursewise.recommender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.DatasetBuilder;

/**
 * Learners with planted tastes: courses belong to topics in turn, and a learner takes almost all courses from one
 * topic, popular ones more often.
 */
public final class GeneratedData {

    public static final int TOPICS = 5;

    private GeneratedData() {}

    public static DatasetBuilder of(int learners, int courses, boolean timed, long seed) {
        var random = new SplittableRandom(seed);
        var builder = new DatasetBuilder();
        for (int c = 0; c < courses; c++) {
            builder.course(course(c));
        }
        for (int u = 0; u < learners; u++) {
            int topic = u % TOPICS;
            int length = 3 + random.nextInt(6);
            var taken = new HashSet<Integer>();
            for (int k = 0; k < length; k++) {
                int of = random.nextInt(10) == 0 ? random.nextInt(TOPICS) : topic;
                int perTopic = courses / TOPICS;
                int place = (int) (perTopic * random.nextDouble() * random.nextDouble());
                int course = place * TOPICS + of;
                if (taken.add(course)) {
                    builder.enrollment("u" + u, code(course), timed ? Instant.ofEpochSecond(86_400L * k) : null);
                }
            }
        }
        return builder;
    }

    /** Learners who take three courses in a row of a ring, always forward. */
    public static DatasetBuilder ring(int learners, int courses, long seed) {
        var random = new SplittableRandom(seed);
        var builder = new DatasetBuilder();
        for (int u = 0; u < learners; u++) {
            int start = random.nextInt(courses);
            for (int k = 0; k < 4; k++) {
                builder.enrollment("u" + u, code((start + k) % courses), Instant.ofEpochSecond(86_400L * k));
            }
        }
        return builder;
    }

    public static Course course(int number) {
        var topic = "topic" + number % TOPICS;
        return new Course(
                code(number),
                "Course " + number,
                "words of " + topic,
                List.of(topic),
                List.of(),
                List.of(),
                "",
                number % 2 == 0 ? "beginner" : "advanced",
                "en");
    }

    public static String code(int number) {
        return "c" + number;
    }

    public static int topic(String code) {
        return Integer.parseInt(code.substring(1)) % TOPICS;
    }

    public static List<PastCourse> history(int... courses) {
        var history = new ArrayList<PastCourse>();
        for (int course : courses) {
            history.add(PastCourse.of(code(course)));
        }
        return history;
    }

    public static Set<String> codes(Recommendations recommendations) {
        var codes = new HashSet<String>();
        recommendations.items().forEach(item -> codes.add(item.code()));
        return codes;
    }
}
