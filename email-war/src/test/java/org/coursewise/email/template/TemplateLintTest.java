package org.coursewise.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.coursewise.rest.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLintTest {

    private final TemplateLint lint = new TemplateLint(Set.of("displayName"));

    @Test
    void whatIsReleasedIsGood() {
        var templates = new Templates();
        for (var template : BuiltIn.all()) {
            var known = templates.variables(template.name()).orElseThrow();
            assertThat(new TemplateLint(known).check(template.subject(), template.text(), template.html()))
                    .as(template.name() + " " + template.locale())
                    .isEmpty();
        }
    }

    @Test
    void anUnknownVariableIsNamedWithItsLine() {
        assertThat(lint.check(
                        "Hi {{displayName}}",
                        "one\ntwo {{publicUrl}}\nthree {{disPlayName}}",
                        "<p>{{#no}}x{{/no}}</p>"))
                .containsExactly(
                        new FieldError("text", "line 3: the variable disPlayName is not known; there are displayName"),
                        new FieldError("html", "line 1: the variable no is not known; there are displayName"));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\n{{#displayName}}b', line 2",
        "'a\n\n{{displayName', line 3",
        "'{{#displayName}}\n{{/other}}', line 2",
        "'\n{{> other}}', line 2: a text includes no other",
        "'\n{{=<% %>=}}', line 2: the braces cannot be exchanged",
        "'\n{{{displayName}}}', line 2: a variable cannot go unescaped",
        "'\n{{&displayName}}', line 2: a variable cannot go unescaped",
    })
    void brokenSyntaxAndWhatGoesAroundTheEscapingIsNamedWithItsLine(String html, String complaint) {
        assertThat(lint.check("s", "t", html)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("html");
            assertThat(error.message()).startsWith(complaint);
        });
    }
}
