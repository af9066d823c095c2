package org.coursewise.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "new:" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    @Test
    void whatWasSealedOpensForTheSamePurposeAlone() {
        var box = SecretBox.parse(OLD);
        var sealed = box.seal("a token", "mail");
        assertThat(sealed).doesNotContain("a token");
        assertThat(box.openText(sealed, "mail")).isEqualTo("a token");
        assertThatThrownBy(() -> box.open(sealed, "answer")).isInstanceOf(UnsealableException.class);
    }

    @Test
    void aChangedValueDoesNotOpen() {
        var box = SecretBox.parse(OLD);
        var sealed = new StringBuilder(box.seal("a token", "mail"));
        sealed.setCharAt(12, sealed.charAt(12) == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> box.open(sealed.toString(), "mail")).isInstanceOf(UnsealableException.class);
    }

    @Test
    void aNewKeyInFrontSealsAndTheOldOneStillOpens() {
        var sealedBefore = SecretBox.parse(OLD).seal("kept", "mail");
        var rotated = SecretBox.parse(NEW + "," + OLD);
        assertThat(rotated.openText(sealedBefore, "mail")).isEqualTo("kept");
        assertThat(rotated.seal("fresh", "mail")).startsWith("new.");
        assertThat(rotated.isSealedByFirstKey(sealedBefore)).isFalse();
        assertThat(rotated.isSealedByFirstKey(rotated.seal("kept", "mail"))).isTrue();
        assertThatThrownBy(() -> SecretBox.parse(NEW).open(sealedBefore, "mail"))
                .isInstanceOf(UnsealableException.class);
    }

    @Test
    void aBadKeyIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> SecretBox.parse("a:c2VjcmV0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> SecretBox.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rubbishIsUnsealable() {
        for (var rubbish : new String[] {"", ".", "old", "old.", "old.AAAA", "old.!!", "other.AAAA"}) {
            assertThatThrownBy(() -> SecretBox.parse(OLD).open(rubbish, "mail"))
                    .as(rubbish)
                    .isInstanceOf(UnsealableException.class);
        }
    }
}
