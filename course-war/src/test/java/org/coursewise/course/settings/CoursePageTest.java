package org.coursewise.course.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoursePageTest {

    @Test
    void aPageOfTheInstitutionsOwnIsAskedForTheCourse() {
        assertThat(CoursePage.parse("https://learn.example.org/#/courses?id={id}")
                        .of("17"))
                .isEqualTo("https://learn.example.org/#/courses?id=17");
    }

    @Test
    void withoutOneItIsWhatTheApiSays() {
        assertThat(CoursePage.ofApi(URI.create("https://api.example.org")).of("17"))
                .isEqualTo("https://api.example.org/api/v1/courses/17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://learn.example.org/courses/",
                "learn.example.org/{id}",
                "javascript:alert({id})",
                "https:///{id}",
                "https://learn.example.org/a b/{id}"
            })
    void whatIsNoSuchAddressIsRefused(String text) {
        assertThatThrownBy(() -> CoursePage.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
