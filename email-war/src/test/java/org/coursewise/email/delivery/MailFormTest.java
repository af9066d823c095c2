package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.coursewise.email.KeyOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Template;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the release's mails, signed, is one by RFC 5322: what has to be there is there, once, in lines that fit. */
class MailFormTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final KeyOfTests KEY = new KeyOfTests("RSA", 2048);
    private static final String NAME = "[\\x21-\\x39\\x3b-\\x7e]+";
    /** RFC 5322, 3.6: at most one of each. */
    private static final List<String> ONCE =
            List.of("date", "from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "subject");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email-verification",
                "address-known",
                "welcome",
                "password-reset",
                "address-change-confirmation",
                "address-changed",
                "password-changed",
                "new-device",
                "enrollment-confirmation",
                "waiting-list",
                "course-completed",
                "recommendation-digest"
            })
    void everyMailHasTheFormAndASignatureThatAnotherLibraryFindsGood(String template) throws Exception {
        for (var locale : List.of("en", "de")) {
            var mail = written(template, locale);
            var head = mail.substring(0, mail.indexOf("\r\n\r\n"));
            var fields = new HashMap<String, String>();
            for (var field : head.split("\r\n(?![ \t])", -1)) {
                var name = field.substring(0, field.indexOf(':'));
                assertThat(name).matches(NAME);
                var before = fields.put(name.toLowerCase(Locale.ROOT), field.substring(name.length() + 1));
                assertThat(before == null || !ONCE.contains(name.toLowerCase(Locale.ROOT)))
                        .as("%s is there once", name)
                        .isTrue();
            }

            assertThat(fields).containsKeys("date", "from", "to", "subject", "message-id", "mime-version");
            assertThat(new MailDateFormat().parse(fields.get("date").strip())).isEqualTo("2026-11-23T12:00:00Z");
            assertThat(fields.get("message-id").strip()).matches("<[A-Za-z0-9-]+@[a-z0-9.-]+>");
            assertThat(InternetAddress.parse(fields.get("from"), true)).hasSize(1);
            assertThat(InternetAddress.parse(fields.get("to"), true))
                    .containsExactly(new InternetAddress("ada@example.org"));
            assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\n").matches("(?s)\\p{ASCII}*");
            assertThat(Arrays.stream(mail.split("\r\n", -1))).allMatch(line -> line.length() <= 998);
            assertThat(new SignatureCheck(mail, KEY.pair().getPublic()).isGood())
                    .isTrue();
        }
    }

    private static String written(String name, String locale) throws Exception {
        var keys = new HashMap<>(KEY.settings());
        keys.put("coursewise.mail-from", "Die Akademie – Bücher <no-reply@example.org>");
        EmailSettings settings = SettingsOfTests.with(keys);
        var templates = new Templates();
        var values = new HashMap<String, String>();
        for (var variable : templates.variables(name).orElseThrow()) {
            var isLink = Template.ONE_TIME.contains(variable) || variable.endsWith("Url");
            values.put(variable, isLink ? "https://learn.example.org/a?b=c" : "Größe " + variable);
        }
        values.remove("publicUrl");
        var content =
                new ContentRules(templates, settings).check("ada@example.org", "u1", name, locale, values, Map.of());
        var session = Session.getInstance(new Properties());
        var composer = new MailComposer(
                templates,
                new Renderer(settings),
                settings.mailKeys(),
                settings.mailFrom(),
                mine -> Optional.ofNullable(mine.userId()),
                new UnsubscribeLinks(settings),
                session,
                settings.dkim().map(dkim -> new MailSigner(dkim, session)),
                Clock.fixed(NOON, ZoneOffset.UTC));
        var bytes = new ByteArrayOutputStream();
        composer.compose(Message.queued(MessageId.derivedFrom("test"), content, NOON, null))
                .writeTo(new CRLFOutputStream(bytes));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
