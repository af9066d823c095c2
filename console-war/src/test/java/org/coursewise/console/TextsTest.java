package org.coursewise.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/org/coursewise/console");
    private static final Path PAGES = Path.of("src/main/webapp");

    /** usersText['title'], but not a key that is put together. */
    private static final Pattern NAMED = Pattern.compile("\\b(\\w*?)(?:T|t)ext\\['([^']+)'\\](?!\\s*\\+=)");

    @ParameterizedTest
    @MethodSource("features")
    void germanSaysAllThatEnglishSays(String feature) {
        assertThat(texts(feature, Locale.GERMAN).keySet())
                .isNotEmpty()
                .isEqualTo(texts(feature, Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("features")
    void valuesStandInBothLanguages(String feature) {
        var english = texts(feature, Locale.ENGLISH);
        var german = texts(feature, Locale.GERMAN);
        for (var key : english.keySet()) {
            var text = english.getString(key);
            if (text.contains("{0}")) {
                assertThat(new MessageFormat(german.getString(key)).getFormats())
                        .as(key)
                        .hasSameSizeAs(new MessageFormat(text).getFormats());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageNamesIsThere(Path page) throws IOException {
        var named = NAMED.matcher(Files.readString(page)).results().toList();
        for (var each : named) {
            assertThat(texts(each.group(1), Locale.ENGLISH).keySet()).contains(each.group(2));
        }
    }

    @Test
    void everyStateOfAPageHasItsWords() {
        var english = texts("", Locale.ENGLISH);
        for (var state : List.of("ask", "done", "invalid", "unreachable")) {
            assertThat(english.keySet()).contains("verify." + state + ".title", "verify." + state + ".text");
        }
        for (var state : List.of("ask", "refused", "done", "invalid", "unreachable")) {
            assertThat(english.keySet()).contains("reset." + state + ".title", "reset." + state + ".text");
        }
    }

    static Stream<String> features() throws IOException {
        try (var files = Files.walk(TEXTS)) {
            return files
                    .filter(file -> file.endsWith("text_en.properties"))
                    .map(file -> TEXTS.relativize(file.getParent()).toString())
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    private static ResourceBundle texts(String feature, Locale language) {
        return ResourceBundle.getBundle(
                "org.coursewise.console." + (feature.isEmpty() ? "" : feature + ".") + "text", language);
    }
}
