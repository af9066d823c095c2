package org.coursewise.console.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailFiguresTest {

    private static final MailFigures DAY =
            MailFigures.of(Map.of("key", "2026-11-27", "sent", 18, "bounced", 2, "queued", 1));

    @Test
    void daysWithoutAMailAreThereToo() {
        var days = MailFigures.daily(List.of(DAY), LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-28"));
        assertThat(days).extracting(MailFigures::key).containsExactly("2026-11-26", "2026-11-27", "2026-11-28");
        assertThat(days).extracting(MailFigures::all).containsExactly(0L, 21L, 0L);
    }

    @Test
    void theBounceShareIsAmongMailsThatWereTakenOrRefused() {
        assertThat(DAY.bounceShare()).isEqualTo(0.1);
        assertThat(MailFigures.sum(List.of()).bounceShare()).isZero();
    }
}
