package org.coursewise.benchmarks.generated;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Learners with tastes and what they took when: mostly courses of two fields, those that many take more often, and at times
 * the one that follows the last. Few took very many. The same number always means the same learner.
 */
public final class GeneratedLearners {

    private static final String HEADER = "learner,course_code,enrolled_at\n";
    private static final Instant FIRST = Instant.parse("2023-01-01T08:00:00Z");
    private static final int DAYS = 700;
    private static final int DAYS_BETWEEN = 21;
    private static final int FEWEST = 3;
    private static final int MOST = 200;
    /** The most of any history, as often as the mean. */
    private static final int MOST_OF_MEAN = 10;

    /** Histories are as long as e to a normal number, so the mean is a little over eleven. */
    private static final double LENGTH = 1.8;

    private static final double LENGTH_SPREAD = .8;
    private static final double FROM_FIRST_FIELD = .55;
    private static final double FROM_SECOND_FIELD = .75;
    private static final double FOLLOWING = .25;
    private static final int FOLLOWER = 7_919;
    private static final int TRIES = 20;

    private final int courses;
    private final double length;
    private final int most;
    private final List<int[]> fields;
    private final double[][] upTo;

    /** @param courses as many of {@link GeneratedCourse} as there are */
    public GeneratedLearners(int courses) {
        this(courses, LENGTH, MOST);
    }

    /**
     * Learners who took more or less than usual.
     *
     * @param mean how many courses a learner took, about
     */
    public static GeneratedLearners ofMean(int courses, double mean) {
        var length = Math.log(mean - FEWEST) - LENGTH_SPREAD * LENGTH_SPREAD / 2;
        return new GeneratedLearners(courses, length, (int) (MOST_OF_MEAN * mean));
    }

    private GeneratedLearners(int courses, double length, int most) {
        this.courses = courses;
        this.length = length;
        this.most = most;
        var byField = new ArrayList<List<Integer>>();
        var names = new ArrayList<String>();
        for (var number = 0; number < courses; number++) {
            var field = field(number);
            if (!names.contains(field)) {
                names.add(field);
                byField.add(new ArrayList<>());
            }
            byField.get(names.indexOf(field)).add(number);
        }
        fields = byField.stream()
                .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        upTo = new double[fields.size()][];
        Arrays.setAll(upTo, field -> weights(fields.get(field).length));
    }

    public static String code(int course) {
        return "GEN-" + course;
    }

    /** The courses as a file to import or to train on. */
    public void writeCourses(Appendable file) throws IOException {
        file.append("code,title,summary,categories,level,language\n");
        for (var number = 0; number < courses; number++) {
            var course = GeneratedCourse.of(number);
            file.append(code(number)).append(',').append(course.title());
            file.append(',').append(course.summary());
            file.append(',').append(String.join("|", course.categories()));
            file.append(',').append(course.level()).append(',').append(course.language());
            file.append('\n');
        }
    }

    /**
     * Writes learners from the first on until there are enough rows.
     *
     * @param least how many enrolments; the last learner's others come on top
     * @return how many learners those are
     */
    public int writeEnrollments(Appendable file, int least) throws IOException {
        file.append(HEADER);
        var rows = 0;
        var learner = 0;
        while (rows < least) {
            rows += write(file, learner);
            learner++;
        }
        return learner;
    }

    public static String name(int learner) {
        return "learner-" + learner;
    }

    private int write(Appendable file, int learner) throws IOException {
        var random = new SplittableRandom(learner);
        var taken = taken(random);
        var at = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
        for (var course : taken) {
            file.append(name(learner)).append(',').append(code(course)).append(',');
            file.append(at.toString()).append('\n');
            at = at.plus(Duration.ofDays(1 + random.nextInt(DAYS_BETWEEN)));
        }
        return taken.size();
    }

    /** The codes' numbers, the first taken first. */
    private Set<Integer> taken(SplittableRandom random) {
        var count = (int) Math.min(
                Math.min(most, courses / 3), FEWEST + Math.exp(length + LENGTH_SPREAD * random.nextGaussian()));
        var first = random.nextInt(fields.size());
        var second = random.nextInt(fields.size());
        var taken = new LinkedHashSet<Integer>();
        var last = 0;
        for (var tries = 0; taken.size() < count && tries < TRIES * count; tries++) {
            if (tries > 0 && random.nextDouble() < FOLLOWING) {
                last = (last + FOLLOWER) % courses;
            } else {
                var dice = random.nextDouble();
                var field = dice < FROM_FIRST_FIELD
                        ? first
                        : dice < FROM_SECOND_FIELD ? second : random.nextInt(fields.size());
                last = any(field, random);
            }
            taken.add(last);
        }
        return taken;
    }

    private int any(int field, SplittableRandom random) {
        var limits = upTo[field];
        var place = Arrays.binarySearch(limits, random.nextDouble() * limits[limits.length - 1]);
        return fields.get(field)[place < 0 ? -place - 1 : place];
    }

    /** As frequent as the course before, a little less so. */
    private static double[] weights(int count) {
        var weights = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++) {
            sum += 1 / (rank + 3.0);
            weights[rank] = sum;
        }
        return weights;
    }

    /** The root of its first category, and a part of it: a hundred fields or so. */
    private static String field(int number) {
        return GeneratedCourse.of(number).categories().get(0).split("/", 2)[0] + number % 8;
    }
}
