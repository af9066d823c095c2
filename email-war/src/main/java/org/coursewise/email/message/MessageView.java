package org.coursewise.email.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as clients see it. */
@Schema(name = "Message")
record MessageView(
        @Schema(examples = "0c2f7e4e-9a7c-4f0e-8d3b-3f1c0a8f5b11")
        String id,

        @Schema(description = "null once the recipient's account is deleted", examples = "ada@example.org") @Nullable
        String to,

        @Schema(examples = "welcome") String template,

        @Schema(examples = "de") String locale,

        @Schema(
                enumeration = {"queued", "sending", "sent", "deferred", "bounced", "suppressed", "failed"},
                examples = "sent")
        String status,

        @Schema(description = "Begun since it was queued", examples = "1")
        int attempts,

        Instant createdAt,

        @Schema(description = "When the SMTP server took it; null before") @Nullable
        Instant sentAt,

        @Schema(description = "What the SMTP server said last, or why it was not asked", examples = "250 2.0.0 Ok")
        @Nullable
        String lastReply,

        @JsonIgnore @Schema(hidden = true) String etag)
        implements Versioned {

    static MessageView of(Message message) {
        var to = message.content().to();
        return new MessageView(
                message.id().toString(),
                to == null ? null : to.value(),
                message.content().template(),
                message.content().locale(),
                message.status().wire(),
                message.attempts(),
                message.createdAt(),
                message.sentAt(),
                message.lastReply(),
                Long.toString(message.version()));
    }
}
