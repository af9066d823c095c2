package org.coursewise.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void everyCodeIsListedInTheDocumentationWithItsStatus() throws Exception {
        var documentation = Files.readString(Path.of("..", "docs", "problems.md"));
        var types = Arrays.stream(ProblemType.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .toList();
        assertThat(types).isNotEmpty();
        for (var field : types) {
            var type = (ProblemType) field.get(null);
            assertThat(documentation).contains("| `" + type.code() + "` | " + type.status() + " |");
            assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        }
    }
}
