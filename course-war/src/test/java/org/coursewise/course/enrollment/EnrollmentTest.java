package org.coursewise.course.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.junit.jupiter.api.Test;

class EnrollmentTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    private final Enrollment enrollment =
            new Enrollment(new CourseId(UUID.randomUUID()), "learner", EnrollmentStatus.ACTIVE, NOW);

    @Test
    void isCompletedWhenTheLastLessonIs() {
        enrollment.complete(NOW.plusSeconds(60));
        assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.COMPLETED);
        assertThat(enrollment.completedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(enrollment.certificateId()).isNotNull();
    }

    @Test
    void isNotCompletedBeforeItWasMadeByTheClockOfAnotherReplica() {
        enrollment.complete(NOW.minusMillis(50));
        assertThat(enrollment.completedAt()).isEqualTo(NOW);
    }
}
