package org.coursewise.email.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.StatusChange;
import org.coursewise.email.preference.PreferencesView;
import org.coursewise.email.recipient.Recipient;
import org.coursewise.email.suppression.Suppression;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that a person takes away; service and time are its receipt. */
@Schema(name = "MailExport", description = "Everything that email holds on a person")
record MailExport(
        @Schema(examples = "email") String service,
        Instant exportedAt,

        @Schema(examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String userId,

        @Schema(description = "Who mails are written to; null before auth has told of the person") @Nullable
        KnownRecipient recipient,

        PreferencesView preferences,

        @Schema(description = "Of the addresses above, those that are written to no more")
        List<HeldSuppression> suppressions,

        @Schema(description = "The oldest first") List<HeldMessage> messages) {

    /** A person as mails need them. */
    @Schema(name = "KnownRecipient")
    record KnownRecipient(
            @Schema(examples = "ada@example.org") String email,
            @Schema(examples = "Ada Lovelace") String displayName,
            @Schema(examples = "de") String locale) {

        static KnownRecipient of(Recipient recipient) {
            return new KnownRecipient(recipient.email(), recipient.displayName(), recipient.locale());
        }
    }

    /** An address that is not written to. */
    @Schema(name = "HeldSuppression")
    record HeldSuppression(
            @Schema(examples = "ada@example.org") String address,

            @Schema(examples = "550 5.1.1 No such user here")
            String reason,

            Instant since) {

        static HeldSuppression of(Suppression suppression) {
            return new HeldSuppression(suppression.address().value(), suppression.reason(), suppression.since());
        }
    }

    /** All that is kept of a mail, but for one-time links, which are secrets. */
    @Schema(name = "HeldMessage")
    record HeldMessage(
            @Schema(examples = "0c2f7e4e-9a7c-4f0e-8d3b-3f1c0a8f5b11")
            String id,

            @Schema(examples = "ada@example.org") @Nullable String to,

            @Schema(examples = "welcome") String template,

            @Schema(examples = "de") String locale,

            @Schema(description = "What the text says beside the template's words")
            Map<String, String> variables,

            List<HeldStep> events) {

        static HeldMessage of(Message message) {
            var content = message.content();
            return new HeldMessage(
                    message.id().toString(),
                    content.to() == null ? null : content.to().value(),
                    content.template(),
                    content.locale(),
                    content.variables(),
                    message.history().stream().map(HeldStep::of).toList());
        }
    }

    /** A line of a message's history. */
    @Schema(name = "HeldStep")
    record HeldStep(
            @Schema(examples = "sent") String status,
            Instant at,

            @Schema(description = "What the SMTP server said", examples = "250 2.0.0 Ok") @Nullable
            String reply) {

        static HeldStep of(StatusChange change) {
            return new HeldStep(change.status().wire(), change.at(), change.reply());
        }
    }
}
