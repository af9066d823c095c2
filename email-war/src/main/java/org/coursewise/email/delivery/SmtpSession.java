package org.coursewise.email.delivery;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import org.coursewise.email.settings.SmtpSettings;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Angus Mail's properties. Its time-outs are endless unless they are set. */
final class SmtpSession {

    static final String PROTOCOL = "smtp";

    static {
        // Jakarta Mail looks for it anew for each part of each mail, and a server has many places to look at
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private SmtpSession() {}

    /** @param writeTimer ends writes that take too long; without one Angus makes a thread for each connection */
    static Session of(SmtpSettings settings, ScheduledExecutorService writeTimer) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(settings.readTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(settings.writeTimeout()));
        properties.put("mail.smtp.executor.writetimeout", writeTimer);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.credentials().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTlsRequired()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTlsRequired()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // a server that hangs is not waited for when we leave
        properties.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
