package org.coursewise.email.template;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {

    private static final String COURSES = "https://api.example.org/api/v1/courses/";
    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("displayName", "Ada Lovelace"),
            entry("link", "https://learn.example.org/verify?token=abc-123_x&a=b"),
            entry("courseTitle", "Linear Algebra"),
            entry("certificateUrl", "https://api.example.org/api/v1/certificates/6c1b2f0e"),
            entry("at", "2026-11-27 09:05 UTC"),
            entry("device", "Firefox on Linux"),
            entry("address", "203.0.113.7"),
            entry("newAddress", "ada.king@example.org"),
            entry("course1Title", "Linear Algebra"),
            entry("course1Url", COURSES + "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77"),
            entry("course1Reason", "Because you took “Algebra for everyone”"),
            entry("course2Title", "Drawing & painting"),
            entry("course2Url", COURSES + "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11"),
            entry("course3Title", "Statistics"),
            entry("course3Url", COURSES + "0c2f7e4e-9a7c-4f0e-8d3b-3f1c0a8f5b11"),
            entry("course3Reason", "Matches your interest in Mathematics"));

    private final Renderer renderer = new Renderer(URI.create("https://learn.example.org"));

    static Stream<Arguments> everyMail() {
        return BuiltIn.NAMES.stream()
                .flatMap(name -> BuiltIn.LANGUAGES.stream().map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void everyMailReadsAsItsGoldenCopy(String name, String language) {
        var mail = renderer.render(new Templates().find(name, language).orElseThrow(), VALUES);

        assertThat("Subject: " + mail.subject() + "\n\n" + mail.text()).isEqualTo(golden(name, language, "txt"));
        assertThat(mail.html()).isEqualTo(golden(name, language, "html"));
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void plainTextFitsEveryScreen(String name, String language) {
        var mail = renderer.render(new Templates().find(name, language).orElseThrow(), VALUES);

        assertThat(mail.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void htmlIsEscapedAndPlainTextIsNot() {
        var mail = renderer.render(template("{{word}}", "{{word}}", "<p>{{word}}</p>"), Map.of("word", "<b>a & b</b>"));

        assertThat(mail.subject()).isEqualTo("<b>a & b</b>");
        assertThat(mail.text()).startsWith("<b>a & b</b>");
        assertThat(mail.html()).contains("<p>&lt;b&gt;a &amp; b&lt;/b&gt;</p>").doesNotContain("<b>a");
    }

    @Test
    void aVariableWithoutAValueIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> renderer.render(template("s", "{{word}}", "h"), Map.of()))
                .isInstanceOf(RenderingException.class)
                .hasMessage("variable word has no value");
        assertThatThrownBy(() -> renderer.render(template("s", "{{#word}}x{{/word}}", "h"), Map.of()))
                .hasMessage("variable word has no value");
    }

    @Test
    void aSubjectIsOneLine() {
        assertThatThrownBy(() -> renderer.render(
                        template("{{word}}", "t", "h"), Map.of("word", "Hello\r\nBcc: everyone@example.org")))
                .hasMessage("the subject is not one line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada Lovelace", "J. R. R. Tolkien", "Martin King Jr.", "Zoë O’Neill-Łuk", "山田 太郎", "Learner 7"})
    void peopleAreGreetedByTheirNames(String name) {
        assertThat(greeting(name)).isEqualTo("Hello " + name + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win at evil.example",
                "https://evil.example",
                "Prize! <a href=x>",
                "write to me@evil.example",
                "A very long text that tells you all about a wonderful offer that you should not miss",
                ""
            })
    void aNameThatIsAnAdvertisementIsLeftOut(String name) {
        assertThat(greeting(name)).isEqualTo("Hello,");
    }

    private String greeting(String name) {
        var welcome = new Templates().find("welcome", "en").orElseThrow();
        return renderer.render(welcome, Map.of("displayName", name))
                .text()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static Template template(String subject, String text, String html) {
        return Template.of("test", "en", subject, text, html, 1);
    }

    private static String golden(String name, String language, String kind) {
        var path = "/golden/" + name + "." + language + "." + kind;
        try (var in = RendererTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
