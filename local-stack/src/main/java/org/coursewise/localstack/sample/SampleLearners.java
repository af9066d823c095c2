package org.coursewise.localstack.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Learners with tastes: each has a favourite category, one that goes with it, and an eye for what everybody takes; they
 * begin with easy courses and go on to harder ones. The same seed makes the same learners.
 */
final class SampleLearners {

    static final int LEARNERS = 2_000;

    private static final Map<String, List<String>> GOES_WITH = Map.ofEntries(
            Map.entry("Mathematics", List.of("Computer Science", "Data Science", "Natural Sciences")),
            Map.entry("Computer Science", List.of("Data Science", "Mathematics", "Design")),
            Map.entry("Data Science", List.of("Computer Science", "Mathematics", "Business")),
            Map.entry("Business", List.of("Personal Growth", "Languages", "Data Science")),
            Map.entry("Languages", List.of("History and Society", "Business", "Personal Growth")),
            Map.entry("Design", List.of("Arts and Music", "Computer Science", "Business")),
            Map.entry("Natural Sciences", List.of("Engineering", "Mathematics", "Health")),
            Map.entry("Health", List.of("Personal Growth", "Natural Sciences")),
            Map.entry("Arts and Music", List.of("Design", "History and Society")),
            Map.entry("History and Society", List.of("Languages", "Arts and Music")),
            Map.entry("Engineering", List.of("Natural Sciences", "Computer Science", "Mathematics")),
            Map.entry("Personal Growth", List.of("Business", "Health", "Languages")));

    private static final double FROM_FAVOURITE = 0.65;
    private static final double FROM_COMPANION = 0.22;
    private static final int FEWEST = 3;
    private static final int MOST = 14;
    private static final Instant FIRST_DAY = Instant.parse("2025-09-01T08:00:00Z");
    private static final Duration YEAR = Duration.ofDays(400);

    private final Random random;
    private final List<SampleCourse> courses;
    private final Map<String, Double> appeal = new HashMap<>();

    SampleLearners(List<SampleCourse> courses, long seed) {
        this.random = new Random(seed);
        this.courses = List.copyOf(courses);
        // a few courses of each category are what everybody talks about
        var rank = new HashMap<String, Integer>();
        for (var course : courses) {
            var place = rank.merge(course.category(), 1, Integer::sum);
            appeal.put(course.code(), 1.0 / Math.sqrt(place));
        }
    }

    /** Their enrolments as a file to import. */
    String csv() {
        var categories = courses.stream().map(SampleCourse::category).distinct().toList();
        var csv = new StringBuilder("learner,course_code,enrolled_at,completed_at\n");
        for (var number = 1; number <= LEARNERS; number++) {
            var favourite = categories.get(random.nextInt(categories.size()));
            var companions = GOES_WITH.getOrDefault(favourite, categories);
            append(csv, name(number), chosen(favourite, companions.get(random.nextInt(companions.size()))));
        }
        return csv.toString();
    }

    static String name(int number) {
        return "learner-%04d".formatted(number);
    }

    private Set<SampleCourse> chosen(String favourite, String companion) {
        var count = FEWEST;
        while (count < MOST && random.nextDouble() < 0.75) {
            count++;
        }
        var taken = new LinkedHashSet<SampleCourse>();
        while (taken.size() < count) {
            var dice = random.nextDouble();
            var category =
                    dice < FROM_FAVOURITE ? favourite : dice < FROM_FAVOURITE + FROM_COMPANION ? companion : null;
            var experience = (double) taken.size() / MOST * 3;
            var choice = new ArrayList<SampleCourse>();
            var weights = new ArrayList<Double>();
            var sum = 0.0;
            for (var course : courses) {
                if (!taken.contains(course)
                        && (category == null || course.category().equals(category))) {
                    var fit = Math.exp(-Math.abs(course.level() - experience));
                    sum += appeal.getOrDefault(course.code(), 0.0) * fit;
                    choice.add(course);
                    weights.add(sum);
                }
            }
            if (choice.isEmpty()) {
                continue;
            }
            var point = random.nextDouble() * sum;
            var index = 0;
            while (weights.get(index) < point) {
                index++;
            }
            taken.add(choice.get(index));
        }
        return taken;
    }

    private void append(StringBuilder csv, String learner, Set<SampleCourse> taken) {
        var moment = FIRST_DAY.plusSeconds((long) (random.nextDouble() * YEAR.toSeconds() / 2));
        var step = YEAR.toSeconds() / 2 / MOST;
        for (var course : taken) {
            var completed = random.nextDouble() < 0.6 ? moment.plusSeconds(step).toString() : "";
            csv.append(learner)
                    .append(',')
                    .append(course.code())
                    .append(',')
                    .append(moment)
                    .append(',')
                    .append(completed)
                    .append('\n');
            moment = moment.plusSeconds((long) ((0.5 + random.nextDouble() / 2) * step));
        }
    }
}
