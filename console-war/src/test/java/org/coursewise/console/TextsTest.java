package org.coursewise.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private final ResourceBundle english = texts(Locale.ENGLISH);

    @Test
    void germanSaysAllThatEnglishSays() {
        assertThat(texts(Locale.GERMAN).keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "verify", "reset"})
    void whatAPageNamesIsThere(String page) throws IOException {
        var source = Files.readString(Path.of("src/main/webapp", page + ".xhtml"));
        var named = Pattern.compile("text\\['([^']+)']").matcher(source);
        assertThat(named.results().map(match -> match.group(1))).isNotEmpty().allMatch(english::containsKey);
    }

    @Test
    void everyStateOfAPageHasItsWords() {
        for (var state : List.of("ask", "done", "invalid", "unreachable")) {
            assertThat(english.keySet()).contains("verify." + state + ".title", "verify." + state + ".text");
        }
        for (var state : List.of("ask", "refused", "done", "invalid", "unreachable")) {
            assertThat(english.keySet()).contains("reset." + state + ".title", "reset." + state + ".text");
        }
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("org.coursewise.console.text", language);
    }
}
