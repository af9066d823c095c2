package org.coursewise.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    record Example(String name, int size, Duration pause) {
        static Example from(Settings settings) {
            return new Example(
                    settings.required("example.name"),
                    settings.integer("example.size", 3),
                    settings.duration("example.pause", Duration.ofSeconds(5)));
        }
    }

    @Test
    void defaultsStandWhereNothingIsSet() {
        assertThat(read(Map.of("example.name", "a"))).isEqualTo(new Example("a", 3, Duration.ofSeconds(5)));
    }

    @Test
    void everyBadSettingIsNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of("example.size", "many", "example.pause", "a while")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("example.name is not set")
                .hasMessageContaining("EXAMPLE_NAME")
                .hasMessageContaining("example.size must be a whole number")
                .hasMessageContaining("example.pause must be a duration");
    }

    @Test
    void aSecretMayStandInAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("name"), "from a file\n");
        assertThat(read(Map.of("example.name-file", file.toString())).name()).isEqualTo("from a file");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(Map.of("example.name-file", "/nowhere/name")))
                .hasMessageContaining("example.name-file: cannot read /nowhere/name");
    }

    @Test
    void aUriLosesTheSlashAtItsEnd() {
        var uri = new Settings(key -> Optional.of("https://example.org/")).read(settings -> settings.uri("any"));
        assertThat(uri).hasToString("https://example.org");
    }

    @Test
    void aValueOfAnyFormIsNamedWhenItsParserRefusesIt() {
        assertThatThrownBy(() -> new Settings(key -> Optional.of("blue"))
                        .read(settings ->
                                settings.parsed("example.colour", "red", SettingsTest::colour, "red or green")))
                .hasMessageContaining("example.colour must be red or green, not 'blue'");
    }

    @Test
    void aSecretThatItsParserRefusesIsNotTold() {
        assertThatThrownBy(() -> new Settings(key -> Optional.of("hunter2"))
                        .read(settings -> settings.secret("example.key", SettingsTest::colour, "red or green")))
                .hasMessageContaining("example.key must be red or green")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> new Settings(key -> Optional.empty())
                        .read(settings -> settings.secret("example.key", SettingsTest::colour, "red or green")))
                .hasMessageContaining("example.key is not set");
    }

    @Test
    void aPasswordInAMalformedUriIsNotTold() {
        assertThatThrownBy(() -> new Settings(key -> Optional.of("//user:secret@host/a b"))
                        .read(settings -> settings.uri("example.uri")))
                .hasMessageContaining("not '//…@host/a b'");
    }

    private static String colour(String text) {
        if (text.equals("red") || text.equals("green")) {
            return text;
        }
        throw new IllegalArgumentException(text);
    }

    private static Example read(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key))).read(Example::from);
    }
}
