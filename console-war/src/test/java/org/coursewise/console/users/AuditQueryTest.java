package org.coursewise.console.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditQueryTest {

    @Test
    void theLastDayIsAskedForAsWhole() {
        assertThat(AuditQuery.start("2026-11-30", 0)).isEqualTo("2026-11-30T00:00:00Z");
        assertThat(AuditQuery.start("2026-11-30", 1)).isEqualTo("2026-12-01T00:00:00Z");
    }

    @Test
    void whatIsNoDayIsTheApisToRefuse() {
        assertThat(AuditQuery.start("yesterday", 0)).isEqualTo("yesterday");
        assertThat(AuditQuery.start("", 0)).isNull();
        assertThat(AuditQuery.start(null, 1)).isNull();
    }
}
