package org.coursewise.auth.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.device.Occasion;
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

    public void passwordChanged(Account account, Occasion occasion) {
        send(account, account.email(), account.profile(), "password-changed", occasion.variables(), Map.of());
    }

    public void newDevice(Account account, Occasion occasion) {
        send(account, account.email(), account.profile(), "new-device", occasion.variables(), Map.of());
    }

    /** Asks one of the two mailboxes, {@code to}, whether the account's address may become {@code next}. */
    public void addressChangeConfirmation(Account account, EmailAddress to, EmailAddress next, String secret) {
        send(
                account,
                to,
                account.profile(),
                "address-change-confirmation",
                Map.of("newAddress", next.value()),
                Map.of("link", settings.publicUrl() + "/verify?token=" + secret));
    }

    /** @param to the address before or the one now: both are told */
    public void addressChanged(Account account, EmailAddress to, Occasion asked) {
        var variables = new HashMap<>(asked.variables());
        variables.put("newAddress", account.email().value());
        send(account, to, account.profile(), "address-changed", variables, Map.of());
    }

    private void send(Account account, Profile profile, String template, Map<String, String> secrets) {
        send(account, account.email(), profile, template, Map.of(), secrets);
    }

    private void send(
            Account account,
            EmailAddress to,
            Profile profile,
            String template,
            Map<String, String> open,
            Map<String, String> secrets) {
        var sealed = new HashMap<String, String>();
        secrets.forEach((name, value) -> sealed.put(name, settings.mailKeys().seal(value, SEALED_FOR + name)));
        var variables = new HashMap<>(open);
        variables.put("displayName", profile.displayName());
        var command =
                new SendRequested(account.id().toString(), to.value(), template, profile.locale(), variables, sealed);
        events.append(TOPIC, TYPE, account.id().toString(), command);
    }
}
