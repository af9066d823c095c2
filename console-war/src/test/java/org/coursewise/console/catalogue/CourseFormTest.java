package org.coursewise.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseFormTest {

    @Test
    void whatIsNotChangedIsSentAsItCame() {
        var course = new HashMap<String, Object>(Map.of(
                "code",
                "ALG-1",
                "title",
                "Algebra",
                "categories",
                List.of("Mathematics", "History and Society"),
                "durationHours",
                12.5,
                "capacity",
                30,
                "startsAt",
                "2027-02-08T08:00:00Z"));
        course.put("level", null);

        var sent = CourseForm.toJson(CourseForm.typed(course));
        assertThat(sent)
                .containsEntry("code", "ALG-1")
                .containsEntry("categories", List.of("Mathematics", "History and Society"))
                .containsEntry("durationHours", new BigDecimal("12.5"))
                .containsEntry("capacity", new BigDecimal("30"))
                .containsEntry("startsAt", "2027-02-08T08:00:00Z")
                .containsEntry("level", null)
                .containsEntry("endsAt", null);
    }

    @Test
    void aTimeToTheMinuteIsOneOfUtc() {
        assertThat(CourseForm.toJson(Map.of("endsAt", "2027-02-08T08:00")))
                .containsEntry("endsAt", "2027-02-08T08:00:00Z");
    }

    @Test
    void whatIsNoNumberIsTheApisToRefuse() {
        assertThat(CourseForm.toJson(Map.of("capacity", "many"))).containsEntry("capacity", "many");
    }
}
