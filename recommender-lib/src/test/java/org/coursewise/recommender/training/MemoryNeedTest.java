package org.coursewise.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.recommender.dataset.EnrollmentCount;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    /** What is free to use of the 1,700 MB that the command line gives itself. */
    private static final long HEAP = 1_584_000_000;

    @Test
    void whatTheLibrarySaysItDoesInTwoGigabytesIsNotRefused() {
        assertThatCode(() -> MemoryNeed.check(new EnrollmentCount(1_250_000, 97_722, 3_366, 3_366), HEAP))
                .doesNotThrowAnyException();
    }

    @Test
    void fiftyMillionEnrolmentsAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> MemoryNeed.check(new EnrollmentCount(50_000_000, 500_000, 20_000, 20_000), HEAP))
                .isInstanceOf(UnusableDataException.class)
                .hasMessageStartingWith("50,000,000 enrolments of about 500,000 learners in 20,000 courses take about ")
                .hasMessageContaining("and there are 1,584")
                .hasMessageContaining("-Xmx")
                .hasMessageContaining("Apache Spark");
    }

    @Test
    void theHeapThatIsAskedForSufficesThoughTheCollectorKeepsANinthOfIt() {
        var count = new EnrollmentCount(50_000_000, 500_000, 20_000, 20_000);
        long shown = ((long) MemoryNeed.of(count).heapMegabytes() << 20) * 8 / 9;
        assertThatCode(() -> MemoryNeed.check(count, shown)).doesNotThrowAnyException();
    }

    @Test
    void itGrowsWithWhateverGrows() {
        long bytes = MemoryNeed.of(new EnrollmentCount(2_000_000, 200_000, 4_000, 4_000))
                .bytes();
        assertThat(MemoryNeed.of(new EnrollmentCount(4_000_000, 200_000, 4_000, 4_000))
                        .bytes())
                .isGreaterThan(bytes);
        assertThat(MemoryNeed.of(new EnrollmentCount(2_000_000, 400_000, 4_000, 4_000))
                        .bytes())
                .isGreaterThan(bytes);
        assertThat(MemoryNeed.of(new EnrollmentCount(2_000_000, 200_000, 8_000, 8_000))
                        .bytes())
                .isGreaterThan(bytes);
    }
}
