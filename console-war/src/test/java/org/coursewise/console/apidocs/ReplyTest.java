package org.coursewise.console.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void tokensAreNotShownWhereverTheyStand() {
        assertThat(Reply.shown("{\"accessToken\": \"abc\", \"inner\": [{\"refresh_token\": \"def\", \"kept\": 1}]}"))
                .doesNotContain("abc", "def")
                .contains("\"kept\" : 1");
    }

    @Test
    void whatIsNoJsonIsShownAsItIs() {
        assertThat(Reply.shown("a,b\r\n1,2")).isEqualTo("a,b\r\n1,2");
        assertThat(Reply.shown("")).isEmpty();
    }
}
