package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final CourseFields FIELDS = new CourseFields(
                    " ALG-1 ",
                    "Algebra",
                    null,
                    null,
                    List.of("Maths", "Maths "),
                    null,
                    "beginner",
                    "EN-gb",
                    List.of("ada"),
                    12.0,
                    30,
                    null,
                    null,
                    null,
                    null,
                    null)
            .tidy();

    @Test
    void fieldsAreTidiedUp() {
        assertThat(FIELDS.code()).isEqualTo("ALG-1");
        assertThat(FIELDS.categories()).containsExactly("Maths");
        assertThat(FIELDS.language()).isEqualTo("en-GB");
        assertThat(FIELDS.prerequisites()).isEmpty();
    }

    @Test
    void whatAnEditorChangesCountsTheEditionAndTheSameAgainDoesNot() {
        var course = new Course(FIELDS, NOON);
        var first = CourseView.of(course);
        course.edit(FIELDS);
        assertThat(CourseView.of(course).isOfEdition(first.etag())).isTrue();
        course.edit(FIELDS.withInstructor("grace"));
        assertThat(CourseView.of(course).isOfEdition(first.etag())).isFalse();
        assertThat(course.isTaughtBy("grace")).isTrue();
    }

    @Test
    void aTagOfTheSameEditionIsGoodWhateverBecameOfSeatsAndRatings() {
        var view = CourseView.of(new Course(FIELDS, NOON));
        assertThat(view.isOfEdition("1.17.4.4.5")).isTrue();
        assertThat(view.isOfEdition("2.0.0.null")).isFalse();
        assertThat(view.isOfEdition("10.0.0.null")).isFalse();
    }

    @Test
    void aCourseIsPublishedOnceAndArchivedForGood() {
        var course = new Course(FIELDS, NOON);
        assertThat(course.status()).isEqualTo(CourseStatus.DRAFT);
        assertThat(course.publish(NOON)).isTrue();
        assertThat(course.publish(NOON)).isFalse();
        assertThat(course.withdraw()).isTrue();
        assertThat(course.withdraw()).isFalse();
        course.publish(NOON);
        assertThat(course.archive()).isTrue();
        assertThat(course.status()).isEqualTo(CourseStatus.ARCHIVED);
    }

    @Test
    void aListGoesToTheDatabaseAsItIs() {
        assertThat(new TextArray().convertToDatabaseColumn(List.of("a", "b,c", "say \"hi\"", "\\")))
                .hasToString("{\"a\",\"b,c\",\"say \\\"hi\\\"\",\"\\\\\"}");
    }
}
