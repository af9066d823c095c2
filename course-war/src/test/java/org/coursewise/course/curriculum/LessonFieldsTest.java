package org.coursewise.course.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonFieldsTest {

    private static final int HALF_A_MEBIBYTE = 512 * 1024;

    @Test
    void textStaysAsItWasWritten() {
        var text = "  <b>two</b>\n lines ";
        assertThat(fields(LessonKind.TEXT, text).tidy().text()).isEqualTo(text);
    }

    @Test
    void anAddressIsHttps() {
        assertThat(fields(LessonKind.VIDEO, " https://video.example.org/watch?v=1 ")
                        .tidy()
                        .text())
                .isEqualTo("https://video.example.org/watch?v=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "words",
                "http://example.org",
                "javascript:alert(1)",
                "https:///nowhere",
                "https://bank.example@evil.example/",
                "https://exa mple.org",
                "https://example.org/\nx"
            })
    void nothingElseIsAnAddress(String content) {
        assertThatThrownBy(() -> fields(LessonKind.LINK, content).tidy())
                .isInstanceOf(ProblemException.class)
                .satisfies(problem -> assertThat(((ProblemException) problem).errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("content")));
    }

    @ParameterizedTest
    @EnumSource(
            value = LessonKind.class,
            names = {"TEXT", "QUIZ"})
    void contentIsMeasuredInBytes(LessonKind kind) {
        assertThat(fields(kind, "a".repeat(HALF_A_MEBIBYTE)).tidy().text()).hasSize(HALF_A_MEBIBYTE);
        var tooLong = fields(kind, "ä".repeat(HALF_A_MEBIBYTE / 2 + 1));
        assertThatThrownBy(tooLong::tidy).isInstanceOf(ProblemException.class);
    }

    private static LessonFields fields(LessonKind kind, String content) {
        return new LessonFields("A lesson", kind, content, null);
    }
}
