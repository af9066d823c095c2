package org.coursewise.auth.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One act of the audit trail on the wire. */
@Schema(name = "AuditEvent", description = "Who did what, when, to whom, and from where")
public record AuditEntry(
        @Schema(examples = "1042") String id,
        Instant at,
        AuditType type,

        @Schema(description = "user, client, anonymous or system", examples = "user")
        String actorKind,

        @Schema(
                description = "The id of a user or client, else empty",
                examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String actor,

        @Schema(
                description = "Whose account it was about, else empty",
                examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String subject,

        @Schema(
                description = "Where the request came from; empty when nobody asked or the person is gone",
                examples = "203.0.113.7")
        String address,

        @Schema(type = SchemaType.OBJECT, examples = "{\"roles\": \"admin learner\"}") @JsonRawValue
        String details) {

    boolean isOfAnother(String person) {
        return !actor.isEmpty() && !actor.equals(person);
    }

    AuditEntry withoutAddress() {
        return new AuditEntry(id, at, type, actorKind, actor, subject, "", details);
    }
}
