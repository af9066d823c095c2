package org.coursewise.auth.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.postgres.OutboxEvents;

/**
 * Commands to send a mail, given in the transaction that makes it due ({@code email.command.v1}). Links carry one-time
 * tokens and travel sealed: the outbox, Kafka and the mail store never hold a usable one.
 */
@ApplicationScoped
public class MailCommands {

    private static final String TOPIC = "email.command.v1";
    private static final String TYPE = "org.coursewise.email.command.send-requested";
    private static final String SEALED_FOR = "mail-variable:";

    record SendRequested(
            String userId,
            String to,
            String template,
            String locale,
            Map<String, String> variables,
            Map<String, String> sealedVariables) {}

    @Inject
    OutboxEvents events;

    @Inject
    AuthSettings settings;

    public void verification(Account account, Profile profile, String secret) {
        send(account, profile, "email-verification", Map.of("link", settings.publicUrl() + "/verify?token=" + secret));
    }

    public void addressKnown(Account account) {
        send(account, account.profile(), "address-known", Map.of());
    }

    public void passwordReset(Account account, String secret) {
        send(
                account,
                account.profile(),
                "password-reset",
                Map.of("link", settings.publicUrl() + "/reset?token=" + secret));
    }

    private void send(Account account, Profile profile, String template, Map<String, String> secrets) {
        var sealed = new HashMap<String, String>();
        secrets.forEach((name, value) -> sealed.put(name, settings.mailKeys().seal(value, SEALED_FOR + name)));
        var command = new SendRequested(
                account.id().toString(),
                account.email().value(),
                template,
                profile.locale(),
                Map.of("displayName", profile.displayName()),
                sealed);
        events.append(TOPIC, TYPE, account.id().toString(), command);
    }
}
