package org.coursewise.benchmarks.generated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A published course nobody wrote, the same for each number at every run; how many took it follows a power law. */
public record GeneratedCourse(
        UUID id,
        String title,
        String summary,
        String description,
        List<String> categories,
        String level,
        String language,
        int enrolled,
        int ratingSum,
        int ratingCount,
        Instant published) {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    /** The time in an id of version 7. */
    private static final long FIRST_ID = 0x0190_0000_0000L;

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int SECONDS = 190_000_000;
    private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");
    private static final Language ENGLISH = new Language("en", Vocabulary.of("en"), " ");
    private static final Language GERMAN = new Language("de", Vocabulary.of("de"), " ");
    private static final Language CHINESE = new Language("zh-Hans", Vocabulary.of("zh"), "");
    private static final Vocabulary CATEGORIES = Vocabulary.ofCategories();
    private static final int MOST_ENROLLED = 20_000;

    /** How it is written. */
    private record Language(String tag, Vocabulary words, String between) {

        String text(int count, RandomGenerator random) {
            var text = new ArrayList<String>();
            for (var i = 0; i < count; i++) {
                text.add(words.any(random));
            }
            return String.join(between, text);
        }
    }

    public GeneratedCourse {
        categories = List.copyOf(categories);
    }

    /** @param number from 0 on; newer ones have been published later or earlier, as it comes */
    public static GeneratedCourse of(int number) {
        var random = new SplittableRandom(number);
        var one = random.nextDouble();
        var language = one < .5 ? ENGLISH : one < .8 ? GERMAN : CHINESE;
        var categories = new ArrayList<>(List.of(CATEGORIES.any(random)));
        if (random.nextInt(4) == 0) {
            categories.add(CATEGORIES.any(random));
        }
        var enrolled = (int) Math.min(MOST_ENROLLED, 4 * Math.pow(1 - random.nextDouble(), -.9));
        var ratings = enrolled / 5;
        var stars = 2.5 + 2.5 * random.nextDouble();
        return new GeneratedCourse(
                new UUID(((FIRST_ID + number) << 16) | VERSION, VARIANT | (random.nextLong() >>> 2)),
                language.text(3 + random.nextInt(4), random),
                language.text(8 + random.nextInt(8), random),
                language.text(30 + random.nextInt(50), random),
                categories.stream().distinct().toList(),
                LEVELS.get(random.nextInt(LEVELS.size())),
                language.tag(),
                enrolled,
                (int) Math.round(stars * ratings),
                ratings,
                FIRST.plusSeconds(random.nextInt(SECONDS)));
    }

    /** As texts that PostgreSQL reads as values of these columns: see the catalogue that is made of them. */
    public List<String> columns(int number) {
        return List.of(
                id.toString(),
                String.format(Locale.ROOT, "GEN-%06d", number),
                title,
                summary,
                description,
                "{" + String.join(",", categories) + "}",
                level,
                language,
                Integer.toString(enrolled),
                Integer.toString(ratingSum),
                Integer.toString(ratingCount),
                published.toString(),
                published.toString());
    }
}
