package org.coursewise.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/users/list?query=ada%20l&status=locked", "/"})
    void aPlaceOfOursIsGoneTo(String asked) {
        assertThat(Place.ours(asked, "/start")).isEqualTo(asked);
    }

    /** A server that writes the low byte of a letter alone would make a slash of this one. */
    @Test
    void lettersAreWrittenInAscii() {
        assertThat(Place.ours("/\u012Fevil.example", "/start")).isEqualTo("/%C4%AFevil.example");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\\evil.example",
                "overview",
                "/a b",
                "/x\r\nSet-Cookie: a=b"
            })
    void anywhereElseIsNot(String asked) {
        assertThat(Place.ours(asked, "/start")).isEqualTo("/start");
    }
}
