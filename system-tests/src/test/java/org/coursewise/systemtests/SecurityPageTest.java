package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests that are there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+|\\*)`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/security.md"));
        var named = NAMED.matcher(page).results().toList();
        assertThat(named).hasSizeGreaterThan(30);
        for (var test : named) {
            var source = source(test.group(1));
            if (!"*".equals(test.group(2))) {
                assertThat(source).as(test.group()).contains("void " + test.group(2) + "(");
            }
        }
    }

    /** Of all tests of this name, in whichever module. */
    private static String source(String type) throws IOException {
        var sources = new StringBuilder();
        try (var files = Files.find(
                ROOT,
                12,
                (file, attributes) ->
                        file.endsWith(type + ".java") && file.toString().contains("/src/test/"))) {
            for (var file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(sources).as("test " + type).isNotEmpty();
        return sources.toString();
    }
}
