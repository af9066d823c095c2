package org.coursewise.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private final Faults faults = new Faults(List.of(new DatabaseFault(), IOException.class::isInstance));

    @Test
    void ourOwnProblemIsFoundInsideWhateverWrapsIt() {
        var problem = ProblemException.notFound("user");
        assertThat(faults.translate(new IllegalStateException(new RuntimeException(problem))))
                .isSameAs(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, unavailable",
        "53300, unavailable",
        "40P01, unavailable",
        "40001, unavailable",
        "57P03, unavailable",
        "23505, internal-error",
        "42601, internal-error",
        ", internal-error"
    })
    void whatPassesInADatabaseIsTemporary(String state, String code) {
        var failure = new IllegalStateException(new SQLException("secret", state));
        assertThat(faults.translate(failure).type().code()).isEqualTo(code);
        assertThat(faults.translate(failure).detail()).doesNotContain("secret");
    }

    @Test
    void aPoolThatRanOutIsTemporary() {
        assertThat(faults.translate(new SQLTransientConnectionException()).type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aServiceMayKnowFurtherTemporaryFaults() {
        assertThat(faults.translate(new IllegalStateException(new IOException()))
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aCircleOfCausesEnds() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(faults.translate(first).type()).isEqualTo(ProblemType.INTERNAL);
    }
}
