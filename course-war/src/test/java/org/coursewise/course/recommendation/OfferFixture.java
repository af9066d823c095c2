package org.coursewise.course.recommendation;

import java.time.Instant;
import java.util.List;

/** Courses that can be taken. */
final class OfferFixture {

    private static final Instant PUBLISHED = Instant.parse("2026-09-01T00:00:00Z");

    private OfferFixture() {}

    static Offer offer(String id, String title, List<String> instructors, List<String> prerequisites) {
        var run = CourseRuns.of(id, title, instructors);
        return new Offer(id, id, title, true, null, null, List.of(), "", "", run, prerequisites, 0, PUBLISHED);
    }

    static Offer offer(String id, List<String> categories, String level, String language, int enrolled) {
        return new Offer(id, id, id, true, null, null, categories, level, language, id, List.of(), enrolled, PUBLISHED);
    }
}
