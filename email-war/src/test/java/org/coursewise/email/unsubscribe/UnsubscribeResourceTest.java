package org.coursewise.email.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Unsubscribe=One-Click",
                "from=mail&List-Unsubscribe=One-Click",
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n",
                "--b\nContent-Disposition: form-data; name=List-Unsubscribe\nContent-Type: text/plain\n\nOne-Click\n--b--\n"
            })
    void aMailProgramSaysOneClickInEitherEncoding(String form) {
        assertThat(UnsubscribeResource.isOneClick(form.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "List-Unsubscribe=Two-Clicks",
                "X-List-Unsubscribe=One-Click",
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nNo\r\n--b--\r\n"
            })
    void nothingElseIsTakenForIt(String form) {
        assertThat(UnsubscribeResource.isOneClick(form.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
