package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.coursewise.email.template.Templates;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.settings.SecretBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRulesTest {

    private static final String LINK = "https://learn.example.org/verify?token=abc";

    private final SecretBox box = SecretBox.random();
    private final ContentRules rules = new ContentRules(new Templates(), box);

    @Test
    void aOneTimeLinkIsKeptSealedHoweverItCame() {
        var sealed = box.seal(LINK, "mail-variable:link");
        var opened = rules.check(
                "ada@example.org",
                null,
                "email-verification",
                "en",
                Map.of("displayName", "Ada", "link", LINK),
                Map.of());
        var closed = rules.check(
                "ada@example.org",
                "u1",
                "email-verification",
                "en",
                Map.of("displayName", "Ada"),
                Map.of("link", sealed));

        for (var content : new Content[] {opened, closed}) {
            assertThat(content.variables()).isEqualTo(Map.of("displayName", "Ada"));
            assertThat(content.sealedVariables()).containsOnlyKeys("link");
            assertThat(box.openText(content.sealedVariables().get("link"), "mail-variable:link"))
                    .isEqualTo(LINK);
            assertThat(content.toString()).doesNotContain("token=abc");
        }
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var errors = errors("ada@example.org\r\nBcc: eve@example.org", "password-reset", Map.of("colour", "red"));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("to", "variables.displayName", "variables.link", "variables.colour");
    }

    @Test
    void ofCoursesOneIsEnough() {
        var one = Map.of("displayName", "Ada", "course1Title", "Algebra", "course1Url", "https://api.example.org/c/1");

        var content = rules.check("ada@example.org", "u1", "recommendation-digest", "de", one, Map.of());

        assertThat(content.variables()).isEqualTo(one);
        assertThat(errors("ada@example.org", "recommendation-digest", Map.of("displayName", "Ada")))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("variables.course1Title", "variables.course1Url");
    }

    @Test
    void anUnknownTemplateIsNamed() {
        assertThat(errors("ada@example.org", "newsletter", Map.of()))
                .containsExactly(new FieldError("template", "is not the name of a template"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: eve@example.org", "Ada\nLovelace", "Ada\u0000"})
    void aValueIsOneLine(String name) {
        assertThat(errors("ada@example.org", "welcome", Map.of("displayName", name)))
                .extracting(FieldError::field)
                .containsExactly("variables.displayName");
    }

    @Test
    void halfOfACharacterIsRefusedAndAWholeOneIsNot() {
        assertThat(errors("ada@example.org", "welcome", Map.of("displayName", "Ada \ud83d")))
                .containsExactly(new FieldError("variables.displayName", "must not contain half of a character"));
        var whole = Map.of("displayName", "Ada \ud83d\ude80");
        assertThat(rules.check("ada@example.org", null, "welcome", "en", whole, Map.of())
                        .variables())
                .isEqualTo(whole);
    }

    @Test
    void aHostMayHaveAnInternationalNameAndAMailboxMayNot() {
        var said = Map.of("displayName", "Ada");
        var content = rules.check("buecher@bücher.example", null, "welcome", "en", said, Map.of());

        assertThat(content.to()).hasToString("buecher@xn--bcher-kva.example");
        assertThat(errors("müller@bücher.example", "welcome", said))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("nothing but ASCII before the @"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "learn.example.org/verify", "https:///verify", "https://a b/"})
    void aLinkLeadsToTheWeb(String link) {
        assertThat(errors("ada@example.org", "password-reset", Map.of("displayName", "Ada", "link", link)))
                .containsExactly(new FieldError("variables.link", "must be an http or https URL"));
    }

    @Test
    void whatWasSealedForSomethingElseIsRefused() {
        var stolen = box.seal(LINK, "signing-key");
        var thrown = catchThrowableOfType(
                ProblemException.class,
                () -> rules.check(
                        "ada@example.org",
                        null,
                        "password-reset",
                        "en",
                        Map.of("displayName", "Ada"),
                        Map.of("link", stolen)));

        assertThat(thrown.errors()).extracting(FieldError::field).contains("variables.link");
    }

    private java.util.List<FieldError> errors(String to, String template, Map<String, String> variables) {
        return catchThrowableOfType(
                        ProblemException.class, () -> rules.check(to, null, template, "en", variables, Map.of()))
                .errors();
    }
}
