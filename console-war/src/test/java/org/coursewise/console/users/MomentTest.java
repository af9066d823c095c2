package org.coursewise.console.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.coursewise.console.users.Names.Who;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void theNewestComeFirstWhereverTheyAreFrom() {
        var mail = moment("m1", NOON.plusSeconds(1));
        var event = moment("7", NOON);
        var enrolment = moment("e1", NOON.plusSeconds(2));
        assertThat(Moment.newest(2, List.of(mail, event, enrolment))).containsExactly(enrolment, mail);
    }

    @Test
    void whatTwoListsTellIsToldOnce() {
        assertThat(Moment.newest(9, List.of(moment("7", NOON), moment("7", NOON))))
                .hasSize(1);
    }

    private static Moment moment(String id, Instant at) {
        return new Moment(at, id, "event", "Logged in", "/users/audit", new Who("Ada", null), "");
    }
}
