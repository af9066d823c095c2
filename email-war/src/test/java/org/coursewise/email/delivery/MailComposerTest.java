package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailComposerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aMailIsReadableInPlainTextAndInHtmlInWhateverAlphabet() throws Exception {
        var mail = read(compose("Zoë Łukasiewicz"));

        assertThat(mail.getSubject()).isEqualTo("Bestätigen Sie Ihre E-Mail-Adresse für Coursewise");
        assertThat(mail.getFrom())
                .containsExactly(new InternetAddress("no-reply@example.org", "Die Akademie – Bücher"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ada@example.org"));
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("de");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var bodies = (MimeMultipart) mail.getContent();
        assertThat(bodies.getCount()).isEqualTo(2);
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(0).getContent().toString())
                .contains("Guten Tag Zoë Łukasiewicz,")
                .contains("https://learn.example.org/verify?token=abc&x=1");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContent().toString())
                .contains("href=\"https://learn.example.org/verify?token=abc&amp;x=1\"");
    }

    @Test
    void theSameMessageIsAlwaysTheSameMailId() throws Exception {
        assertThat(read(compose("Ada")).getMessageID())
                .isEqualTo(read(compose("Ada")).getMessageID())
                .isEqualTo("<" + MessageId.derivedFrom("test") + "@example.org>");
    }

    @Test
    void noLineIsLongerThanSmtpAllowsAndAllIsAscii() throws Exception {
        assertThat(compose("Ada").lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
    }

    @Test
    void whatCanBeTurnedOffSaysWhereAndWhatGuardsTheAccountDoesNot() throws Exception {
        var off = read(compose("u1", "welcome", Map.of("displayName", "Ada")));
        assertThat(off.getHeader("List-Unsubscribe", null))
                .matches("<https://api\\.example\\.org/api/v1/unsubscribe/test\\.[A-Za-z0-9_-]+>");
        assertThat(off.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");

        assertThat(read(compose("Ada")).getHeader("List-Unsubscribe", null)).isNull();
        assertThat(read(compose(null, "welcome", Map.of("displayName", "Ada"))).getHeader("List-Unsubscribe", null))
                .as("to nobody we know")
                .isNull();
    }

    private static String compose(String name) throws Exception {
        var open = Map.of("displayName", name, "link", "https://learn.example.org/verify?token=abc&x=1");
        return compose("u1", "email-verification", open);
    }

    private static String compose(@Nullable String userId, String template, Map<String, String> open) throws Exception {
        var settings =
                SettingsOfTests.with(Map.of("coursewise.mail-from", "Die Akademie – Bücher <no-reply@example.org>"));
        var templates = new Templates();
        var content = new ContentRules(templates, settings)
                .check("ada@example.org", userId, template, "de-AT", open, Map.of());
        var composer = new MailComposer(
                templates,
                new Renderer(settings),
                settings.mailKeys(),
                settings.mailFrom(),
                mine -> Optional.ofNullable(mine.userId()),
                new UnsubscribeLinks(settings),
                Session.getInstance(new Properties()),
                Optional.empty(),
                Clock.fixed(NOON, ZoneOffset.UTC));
        var bytes = new ByteArrayOutputStream();
        composer.compose(Message.queued(MessageId.derivedFrom("test"), content, NOON, null))
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static MimeMessage read(String source) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    }
}
