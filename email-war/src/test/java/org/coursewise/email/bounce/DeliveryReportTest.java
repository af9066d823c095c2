package org.coursewise.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {

    private static final String ID = "<0c2f7e4e-9a7c-4f0e-8d3b-3f1c0a8f5b11@example.org>";
    private static final String REPORT = """
        From: MAILER-DAEMON@example.net
        To: no-reply@example.org
        Subject: Undelivered
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I am sorry.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        Arrival-Date: Thu, 26 Nov 2026 10:00:00 +0000

        Final-Recipient: rfc822; ada@example.net
        Action: Failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1
          no such user

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s
        Subject: Welcome

        --b--
        """.formatted(ID);

    @Test
    void itSaysWhichMailFailedAndWhy() {
        var report = DeliveryReport.read(bytes(REPORT)).orElseThrow();

        assertThat(report).isEqualTo(new DeliveryReport(ID, "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        assertThat(report.isFailure()).isTrue();
        assertThat(report.asReply()).isEqualTo("550 5.1.1 smtp; 550 5.1.1 no such user");
    }

    @Test
    void theWholeMailMayComeBack() {
        var report = DeliveryReport.read(bytes(REPORT.replace("text/rfc822-headers", "message/rfc822")));
        assertThat(report.orElseThrow().messageId()).isEqualTo(ID);
    }

    @Test
    void aDelayIsNoFailure() {
        var delayed = REPORT.replace("Action: Failed", "Action: delayed").replace("Status: 5.1.1", "Status: 4.4.7");
        assertThat(DeliveryReport.read(bytes(delayed)).orElseThrow().isFailure())
                .isFalse();
    }

    @Test
    void whatIsNoReportOrAboutNoMailSaysNothing() {
        assertThat(DeliveryReport.read(bytes("Subject: Hello\r\n\r\nHello"))).isEmpty();
        assertThat(DeliveryReport.read(bytes(""))).isEmpty();
        assertThat(DeliveryReport.read(bytes(REPORT.replace("Message-ID", "X-Id"))))
                .isEmpty();
        assertThat(DeliveryReport.read(bytes(REPORT.replace("Final-Recipient", "X-Recipient"))))
                .isEmpty();
        assertThat(DeliveryReport.read(bytes(REPORT.replace("Status: 5.1.1", "Status: none"))))
                .isEmpty();
    }

    private static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
