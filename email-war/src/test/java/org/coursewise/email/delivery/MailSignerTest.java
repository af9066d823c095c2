package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.coursewise.email.KeyOfTests;
import org.coursewise.email.SettingsOfTests;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSignerTest {

    private static final KeyOfTests KEY = new KeyOfTests("RSA", 2048);
    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void aReceiverSeesThatTheMailIsTheDomainsAndUnchanged() throws Exception {
        var check = check(signed(mail("Welcome", "Hello")));

        assertThat(check.isGood()).isTrue();
        assertThat(check.tag("v")).isEqualTo("1");
        assertThat(check.tag("a")).isEqualTo("rsa-sha256");
        assertThat(check.tag("c")).isEqualTo("relaxed/relaxed");
        assertThat(check.tag("d")).isEqualTo("example.org");
        assertThat(check.tag("s")).isEqualTo("mail-2026");
        assertThat(check.tag("l"))
                .as("a length would let somebody add to the end")
                .isEmpty();
        assertThat(check.tag("h").split(":", -1))
                .containsExactly(
                        "From",
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Type",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "ends with blanks  \t \n\n \n",
                "  begins with blanks\n.\n..\nFrom here on",
                "Grüße \uD83D\uDE80 Łukasz — 你好",
                "tabs\tand   many    blanks"
            })
    void whateverAMailSaysItsSignatureIsGood(String text) throws Exception {
        assertThat(check(signed(mail(text.strip(), text))).isGood()).isTrue();
        var subject = "A long subject about Bücher, ".repeat(30);
        assertThat(check(signed(mail(subject, text.repeat(200)))).isGood()).isTrue();
    }

    @Test
    void aKeyOf4096BitsMakesNoLineThatIsTooLong() throws Exception {
        var key = new KeyOfTests("RSA", 4096);
        var signed = write(signer(key).sign(mail("Welcome", "Hello")));

        assertThat(new SignatureCheck(signed, key.pair().getPublic()).isGood()).isTrue();
        assertThat(signed.lines().takeWhile(line -> !line.startsWith("Date:")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
    }

    @Test
    void whoChangesSomethingOrAddsAnotherSenderIsFoundOut() throws Exception {
        var signed = signed(mail("Welcome", "Hello"));
        var changed = List.of(
                signed.replace("\r\nFrom: ", "\r\nFrom: \"An Other\" "),
                signed.replace("To: ada@", "To: eve@"),
                signed.replace("Subject: Welcome", "Subject: Wellcome"),
                signed.replaceAll("Date: \\w+", "Date: Xyz"),
                signed.replace("Message-ID: <", "Message-ID: <x"),
                signed.replace("MIME-Version: 1.0", "MIME-Version: 2.0"),
                signed.replace("multipart/alternative", "multipart/mixed"),
                signed.replace("List-Unsubscribe: <https://", "List-Unsubscribe: <http://"),
                signed.replace("One-Click", "Two-Clicks"),
                signed.replace("Hello", "Hullo"),
                signed + "P.S.\r\n",
                added(signed, "From: eve@example.org"));

        assertThat(changed).doesNotContain(signed).doesNotHaveDuplicates();
        for (var mail : changed) {
            assertThat(check(mail).isGood()).as(mail).isFalse();
        }
        assertThat(check(added(signed, "Received: from a server on the way")).isGood())
                .isTrue();
    }

    @Test
    void nobodyAddsAWayToUnsubscribeToAMailThatHasNone() throws Exception {
        var mail = mail("Reset", "Hello");
        mail.removeHeader("List-Unsubscribe");
        mail.removeHeader("List-Unsubscribe-Post");
        var signed = signed(mail);

        assertThat(check(signed).isGood()).isTrue();
        assertThat(check(added(signed, "List-Unsubscribe: <https://evil.example.org>"))
                        .isGood())
                .isFalse();
    }

    private static String added(String signed, String field) {
        return signed.replaceFirst("\r\nFrom: ", "\r\n" + field + "\r\nFrom: ");
    }

    private static SignatureCheck check(String mail) {
        return new SignatureCheck(mail, KEY.pair().getPublic());
    }

    private static MailSigner signer(KeyOfTests key) {
        return new MailSigner(SettingsOfTests.with(key.settings()).dkim().orElseThrow(), SESSION);
    }

    private static String signed(MimeMessage mail) throws Exception {
        return write(signer(KEY).sign(mail));
    }

    /** As it goes over the wire. */
    private static String write(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(new CRLFOutputStream(bytes), new String[] {"Bcc", "Content-Length"});
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static MimeMessage mail(String subject, String text) throws Exception {
        var mail = new MimeMessage(SESSION);
        mail.setFrom(new InternetAddress("no-reply@example.org", "Die Akademie – Bücher", "UTF-8"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ada@example.org"));
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(Date.from(Instant.parse("2026-11-23T12:00:00Z")));
        mail.setHeader("List-Unsubscribe", "<https://api.example.org/api/v1/unsubscribe/" + "x".repeat(300) + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>" + text + "</p>", "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        mail.saveChanges();
        return mail;
    }
}
