package org.coursewise.recommender.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.SplittableRandom;

/** Learners with tastes, as files: each takes most courses of one topic, popular ones more often, and the next one at times. */
final class GeneratedTables {

    private static final int TOPICS = 5;

    private GeneratedTables() {}

    static void write(Path enrollments, Path courses, int learners, int count, boolean timed) throws IOException {
        var random = new SplittableRandom(1);
        var text = new StringBuilder("code,title,categories,level\n");
        for (int c = 0; c < count; c++) {
            text.append("c%d,\"Course %d, of words\",topic%d|all,beginner%n".formatted(c, c, c % TOPICS));
        }
        Files.writeString(courses, text);
        int perTopic = count / TOPICS;
        text = new StringBuilder(timed ? "learner,course_code,enrolled_at\n" : "learner,course_code\n");
        for (int u = 0; u < learners; u++) {
            int topic = u % TOPICS;
            var taken = new LinkedHashSet<Integer>();
            int length = 1 + random.nextInt(12);
            int last = 0;
            for (int k = 0; k < length; k++) {
                int of = random.nextInt(6) == 0 ? random.nextInt(TOPICS) : topic;
                int place = (int) (perTopic * random.nextDouble() * random.nextDouble());
                last = random.nextInt(4) == 0 ? (last + TOPICS) % count : place * TOPICS + of;
                taken.add(last);
            }
            int day = random.nextInt(100);
            for (int course : taken) {
                text.append("u").append(u).append(",c").append(course);
                if (timed) {
                    text.append(",2026-%02d-%02dT08:00:00Z".formatted(1 + day / 28 % 12, 1 + day % 28));
                    day += 1 + random.nextInt(9);
                }
                text.append('\n');
            }
        }
        Files.writeString(enrollments, text);
    }
}
