package org.coursewise.rest.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerKeysTest {

    private static final String ONE = "{\"keys\": [{\"kid\": \"a\"}]}";
    private static final String TWO = "{\"keys\": [{\"kid\": \"a\"}, {\"kid\": \"b\"}]}";

    @TempDir
    Path folder;

    @Test
    void theServerFindsTheKeysOnlyWhileItLearnsOne() throws IOException {
        var file = folder.resolve("deep/jwks.json");
        var keys = new IssuerKeys(file);
        assertThat(keys.areKnown()).isFalse();

        keys.replace(TWO);
        assertThat(file).hasContent(IssuerKeys.NONE);
        assertThat(keys.teach("a", () -> seen(file, TWO))).isTrue();
        assertThat(file).hasContent(IssuerKeys.NONE);
        assertThat(keys.teach("b", () -> seen(file, IssuerKeys.NONE))).isTrue();
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
    }

    @Test
    void aKeyThatItDidNotTakeIsShownAgainAndSoIsOneThatCameLater() throws IOException {
        var file = folder.resolve("jwks.json");
        var keys = new IssuerKeys(file);
        keys.replace(ONE);
        assertThat(keys.teach("a", () -> false)).isFalse();
        assertThat(keys.teach("a", () -> seen(file, ONE))).isTrue();
        keys.replace(TWO);
        assertThat(keys.teach("a", () -> seen(file, IssuerKeys.NONE))).isTrue();
        assertThat(keys.teach("b", () -> seen(file, TWO))).isTrue();
    }

    @Test
    void whatTheIssuerPublishesNoMoreIsForgotten() throws IOException {
        var keys = new IssuerKeys(folder.resolve("jwks.json"));
        keys.replace(TWO);
        assertThat(keys.has("b")).isTrue();
        keys.replace(ONE);
        assertThat(keys.has("a")).isTrue();
        assertThat(keys.has("b")).isFalse();
    }

    @Test
    void whatIsNoKeySetChangesNothing() throws IOException {
        var keys = new IssuerKeys(folder.resolve("jwks.json"));
        keys.replace(ONE);
        for (var rubbish : new String[] {"", "<html>", "{}", "{\"keys\": []}", "{\"keys\": [{}]}", "null"}) {
            assertThatThrownBy(() -> keys.replace(rubbish)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(keys.has("a")).isTrue();
    }

    @Test
    void keysOfAnEarlierRunAreGoodUntilNewOnesCome() throws IOException {
        var file = folder.resolve("jwks.json");
        new IssuerKeys(file).replace(ONE);
        assertThat(new IssuerKeys(file).has("a")).isTrue();

        Files.writeString(file.resolveSibling("issuer-keys.json"), "broken");
        assertThat(new IssuerKeys(file).areKnown()).isFalse();
    }

    private static boolean seen(Path file, String expected) {
        assertThat(file).hasContent(expected);
        return true;
    }
}
