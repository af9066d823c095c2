package org.coursewise.email.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.preference.Category;
import org.junit.jupiter.api.Test;

class UnsubscribeLinksTest {

    private static final String PREFIX = "https://api.example.org/api/v1/unsubscribe/";

    private final UnsubscribeLinks links = new UnsubscribeLinks(SettingsOfTests.with(Map.of()));

    @Test
    void aLinkLeadsToTheApiAndIsAboutOnePersonAndOneCategory() {
        var link = links.to("u:1", Category.ENROLLMENT).toString();

        assertThat(link).startsWith(PREFIX).doesNotContain("u:1");
        assertThat(links.read(link.substring(PREFIX.length()))).contains(new Subscription("u:1", Category.ENROLLMENT));
    }

    @Test
    void whatWasChangedOrMadeElsewhereIsNoLink() {
        var token = links.to("u1", Category.ENROLLMENT).toString().substring(PREFIX.length());
        var last = token.charAt(token.length() - 3);

        assertThat(links.read(token.substring(0, token.length() - 3) + (last == 'A' ? 'B' : 'A') + "AA"))
                .isEmpty();
        assertThat(links.read("")).isEmpty();
        assertThat(links.read("test.AAAA")).isEmpty();
        assertThat(links.read("x".repeat(5_000))).isEmpty();
    }
}
