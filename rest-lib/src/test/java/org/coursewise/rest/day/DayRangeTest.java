package org.coursewise.rest.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-28T23:59:59Z"), ZoneOffset.UTC);

    @Test
    void theLastThirtyDaysAreMeantWhenNothingIsSaid() {
        var days = days(null, null);
        assertThat(days.all())
                .hasSize(30)
                .startsWith(LocalDate.parse("2026-10-30"))
                .endsWith(LocalDate.parse("2026-11-28"));
        assertThat(days.begin()).isEqualTo("2026-10-30T00:00:00Z");
        assertThat(days.end()).isEqualTo("2026-11-29T00:00:00Z");
    }

    @Test
    void aDayMayStandAloneAndAYearIsNotTooLong() {
        assertThat(days("2026-01-05", "2026-01-05").all()).hasSize(1);
        assertThat(days(null, "2026-01-05").first()).isEqualTo("2025-12-07");
        assertThat(days("2024-01-01", "2024-12-31").all()).hasSize(366);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-19, to",
        "2025-11-27, 2026-11-28, from",
        "2026-02-30, , from",
        "26-02-03, , from",
        "1999-12-31, 2000-01-05, from",
        "+12026-01-01, , from",
        ", today, to",
        "'', , from",
    })
    void whatIsNoSuchRangeIsRefused(@Nullable String from, @Nullable String to, String field) {
        assertThatThrownBy(() -> days(from, to))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting("field")
                        .containsExactly(field));
    }

    private Days days(@Nullable String from, @Nullable String to) {
        return DayRange.of(from, to).days(clock);
    }
}
