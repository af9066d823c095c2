package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseDatesTest {

    private static final Instant NOON = Instant.parse("2027-01-10T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3_600);

    @Test
    void withoutDatesPeopleEnrolAtAnyTime() {
        var dates = enrolment(null, null);
        assertThat(dates.isBeforeEnrolment(NOON)).isFalse();
        assertThat(dates.isAfterEnrolment(NOON)).isFalse();
    }

    @Test
    void enrolmentBeginsInTheMomentItSaysAndEndsBeforeTheOther() {
        var dates = enrolment(NOON, LATER);
        assertThat(dates.isBeforeEnrolment(NOON.minusNanos(1))).isTrue();
        assertThat(dates.isBeforeEnrolment(NOON)).isFalse();
        assertThat(dates.isAfterEnrolment(LATER.minusNanos(1))).isFalse();
        assertThat(dates.isAfterEnrolment(LATER)).isTrue();
    }

    @Test
    void nobodyEnrolsInWhatHasEnded() {
        assertThat(new CourseDates(null, null, null, NOON).isAfterEnrolment(NOON))
                .isTrue();
        assertThat(new CourseDates(null, LATER, null, NOON).isAfterEnrolment(NOON))
                .isFalse();
    }

    @Test
    void whatEndsBeforeItBeginsIsNamed() {
        assertThat(refused(new CourseDates(LATER, NOON, NOON, NOON)))
                .extracting(ProblemException::errors)
                .asInstanceOf(InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field)
                .containsExactly("enrollUntil", "endsAt");
        assertThatCode(() -> new CourseDates(NOON, LATER, null, NOON).check()).doesNotThrowAnyException();
    }

    @Test
    void aYearBeyondAllCalendarsIsRefused() {
        assertThat(refused(enrolment(Instant.parse("+12345-01-01T00:00:00Z"), null)))
                .isNotNull();
        assertThat(refused(enrolment(null, Instant.parse("0001-01-01T00:00:00Z"))))
                .isNotNull();
    }

    @Test
    void momentsAreAsFineAsTheDatabaseKeepsThem() {
        assertThat(CourseDates.asKept(NOON.plusNanos(1_999))).isEqualTo(NOON.plusNanos(1_000));
        assertThat(CourseDates.asKept(null)).isNull();
    }

    private static CourseDates enrolment(@Nullable Instant from, @Nullable Instant until) {
        return new CourseDates(from, until, null, null);
    }

    private static @Nullable ProblemException refused(CourseDates dates) {
        return catchThrowableOfType(ProblemException.class, dates::check);
    }
}
