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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.coursewise.email.FuzzedNames;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Whatever the names in a mail are: it has the same headers, recipient and mark-up as any other, or there is none. */
class HostileTextTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long SEED = 20_261_128;
    private static final int MANY = 1_000;
    private static final String PLAIN = "PLAIN";
    private static final String BEYOND_A_VALUE = "[\\u202A-\\u202E\\u2066-\\u2069]";

    private final EmailSettings settings = SettingsOfTests.with(Map.of());
    private final Templates templates = new Templates();
    private final ContentRules rules = new ContentRules(templates, settings);
    private final MailComposer composer = new MailComposer(
            templates,
            new Renderer(settings),
            settings.mailKeys(),
            settings.mailFrom(),
            content -> Optional.ofNullable(content.userId()),
            new UnsubscribeLinks(settings),
            Session.getInstance(new Properties()),
            Optional.empty(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aThousandHostileNamesAndTitlesChangeNothingButTheirOwnPlace() throws Exception {
        var plain = Mail.of(compose("Ada", PLAIN));
        var refused = new ArrayList<ProblemException>();
        var mailed = 0;
        for (var name : FuzzedNames.of(MANY, SEED).toList()) {
            try {
                var source = compose(name, name);
                assertLines(source);
                requireLike(plain, Mail.of(source), name);
                mailed++;
            } catch (ProblemException e) {
                refused.add(e);
            }
        }

        assertThat(mailed).isGreaterThan(MANY / 4);
        assertThat(refused).hasSizeGreaterThan(MANY / 4).allSatisfy(problem -> assertThat(problem.errors())
                .isNotEmpty());
        assertThat(mailed + refused.size()).isEqualTo(MANY);
    }

    @Test
    void aTitleTooLongForALineIsWhole() throws Exception {
        for (var title :
                List.of("x".repeat(2_000), "ü".repeat(2_000), "\ud83d\ude80".repeat(1_000), "a b".repeat(600))) {
            var source = compose("Ada", title);
            assertLines(source);
            var mail = Mail.of(source);
            assertThat(mail.subject()).endsWith("…").hasSizeLessThan(500);
            assertThat(mail.text()).contains(title);
            assertThat(mail.html()).contains(title);
        }
    }

    private static void requireLike(Mail plain, Mail mail, String title) {
        var shown = title.replaceAll(BEYOND_A_VALUE, "").replaceAll("[\\u2028\\u2029]", " ");
        assertThat(mail.headers()).as(title).isEqualTo(plain.headers());
        assertThat(mail.subject()).as(title).doesNotContainPattern(BEYOND_A_VALUE);
        assertThat(withoutGreeting(mail.text()))
                .as(title)
                .isEqualTo(withoutGreeting(plain.text()).replace(PLAIN, shown));
        // the title of the page is the subject, which is shortened
        assertThat(body(mail.html())).as(title).isEqualTo(body(plain.html()).replace(PLAIN, escaped(shown)));
    }

    private static String withoutGreeting(String text) {
        return text.substring(text.indexOf('\n'));
    }

    private static String body(String html) {
        return html.substring(html.indexOf("<body>")).replaceFirst("<p>Hello[^<]*</p>", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void assertLines(String source) {
        assertThat(source.lines())
                .allMatch(line -> line.length() <= 998)
                .allMatch(line -> line.matches("[\\t\\x20-\\x7e]*"));
    }

    private String compose(String displayName, String courseTitle) throws Exception {
        var content = rules.check(
                "ada@example.org",
                "u1",
                "enrollment-confirmation",
                "en",
                Map.of("displayName", displayName, "courseTitle", courseTitle),
                Map.of());
        var bytes = new ByteArrayOutputStream();
        composer.compose(Message.queued(MessageId.derivedFrom("test"), content, NOON, null))
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private record Mail(List<String> headers, String subject, String text, String html) {

        /** Headers but for what differs from mail to mail, each as often as it is there. */
        static Mail of(String source) throws Exception {
            var mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.US_ASCII)));
            var headers = new ArrayList<String>();
            mail.getAllHeaders()
                    .asIterator()
                    .forEachRemaining(header -> headers.add(
                            List.of("Subject", "Content-Type", "List-Unsubscribe")
                                            .contains(header.getName())
                                    ? header.getName()
                                    : header.getName() + ": " + header.getValue()));
            assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ada@example.org"));
            var bodies = (MimeMultipart) mail.getContent();
            assertThat(bodies.getCount()).isEqualTo(2);
            return new Mail(
                    headers,
                    mail.getSubject(),
                    lines(bodies.getBodyPart(0).getContent()),
                    lines(bodies.getBodyPart(1).getContent()));
        }

        private static String lines(Object content) {
            return content.toString().replace("\r\n", "\n");
        }
    }
}
