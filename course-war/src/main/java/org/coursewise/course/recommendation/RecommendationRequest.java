package org.coursewise.course.recommendation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param scenario where the answer will be shown
 * @param seen the course whose page is looked at, if one is: it leads, and is not recommended
 * @param locale of the reasons
 * @param language that courses for learners without a history should be in; empty for any
 */
record RecommendationRequest(
        String learner, String scenario, @Nullable String seen, int limit, Locale locale, String language) {

    static final String HOME = "home";
    static final String AFTER_ENROLMENT = "after-enrolment";
    static final String COURSE_PAGE = "course-page";

    /** @param languages that were asked for, the most wanted first */
    static RecommendationRequest of(
            String learner, String scenario, @Nullable String seen, int limit, List<Locale.LanguageRange> languages) {
        return new RecommendationRequest(
                learner,
                scenario,
                seen,
                limit,
                ReasonTexts.of(languages),
                languages.isEmpty()
                        ? ""
                        : Locale.forLanguageTag(languages.get(0).getRange()).getLanguage());
    }

    /** What a learner's first page shows. */
    static RecommendationRequest home(String learner, int limit, List<Locale.LanguageRange> languages) {
        return of(learner, HOME, null, limit, languages);
    }

    /** With no language that no course is in: it would only make one answer several. */
    RecommendationRequest in(Shelf shelf) {
        return language.isEmpty() || shelf.hasLanguage(language)
                ? this
                : new RecommendationRequest(learner, scenario, seen, limit, locale, "");
    }
}
