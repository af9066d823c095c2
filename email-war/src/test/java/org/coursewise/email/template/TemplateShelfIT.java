package org.coursewise.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemplateShelfIT {

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private final Templates here = new Templates();
    private final Templates there = new Templates();
    private TemplateVersions versions;
    private TemplateShelf shelf;
    private TemplateShelf other;

    @BeforeEach
    void emptyDatabase() {
        versions = new TemplateVersions(MONGO.database());
        shelf = new TemplateShelf(here, versions, Clock.systemUTC());
        other = new TemplateShelf(there, versions, Clock.systemUTC());
    }

    @Test
    void aChangeHoldsHereAtOnceAndElsewhereAfterALookAndEarlierVersionsAreKept() {
        assertThat(here.exactly("welcome", "en").orElseThrow().version()).isEqualTo(1);
        assertThat(shelf.put(welcome("en", "Hello", 2))).isTrue();
        assertThat(shelf.put(welcome("en", "Good day", 3))).isTrue();

        assertThat(here.find("welcome", "en-GB").orElseThrow().subject()).isEqualTo("Good day");
        assertThat(there.find("welcome", "en").orElseThrow().version()).isEqualTo(1);
        other.refresh();
        assertThat(there.find("welcome", "en").orElseThrow().subject()).isEqualTo("Good day");
        assertThat(there.find("welcome", "de").orElseThrow().version()).isEqualTo(1);
        assertThat(versions.all()).extracting(Template::subject).containsExactly("Hello", "Good day");
    }

    @Test
    void ofTwoWhoMakeTheSameVersionOneDoes() {
        assertThat(shelf.put(welcome("fr", "Bonjour", 1))).isTrue();
        assertThat(other.put(welcome("fr", "Salut", 1))).isFalse();
        assertThat(there.find("welcome", "fr-CH").orElseThrow().subject()).isEqualTo("Bonjour");
    }

    @Test
    void aTextThatSaysLessStillTakesWhatSendersGiveAndIsFilledIn() {
        shelf.put(welcome("en", "Hello", 2));
        var template = here.find("welcome", "en").orElseThrow();

        assertThat(template.variables()).isEmpty();
        assertThat(here.variables("welcome")).contains(Set.of("displayName"));
        assertThat(here.variables("nothing")).isEmpty();
        var mail = new Renderer(SettingsOfTests.with(Map.of())).render(template, Map.of("displayName", "Ada"));
        assertThat(List.of(mail.subject(), mail.locale())).containsExactly("Hello", "en");
        assertThat(mail.text()).startsWith("Text of Hello");
        assertThat(mail.html()).contains("<p>Hello</p>");
    }

    private static Template welcome(String locale, String subject, int version) {
        return Template.of("welcome", locale, subject, "Text of " + subject, "<p>" + subject + "</p>", version);
    }
}
