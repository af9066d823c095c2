package org.coursewise.console.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    @Test
    void spacesThatAMailProgramAddedAreCutOff() {
        assertThat(LinkToken.in(Map.of("token", " abc "))).contains(new LinkToken("abc"));
    }

    @Test
    void noneAnEmptyOneAndAnEndlessOneAreNoToken() {
        assertThat(LinkToken.in(Map.of())).isEmpty();
        assertThat(LinkToken.in(Map.of("token", " "))).isEmpty();
        assertThat(LinkToken.in(Map.of("token", "a".repeat(513)))).isEmpty();
    }

    @Test
    void itsTextFormKeepsTheSecret() {
        assertThat(new LinkToken("abc")).hasToString("LinkToken[…]");
    }
}
