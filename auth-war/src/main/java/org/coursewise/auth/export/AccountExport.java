package org.coursewise.auth.export;

import java.time.Instant;
import java.util.List;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.audit.AuditEntry;
import org.coursewise.auth.session.HeldSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document that a person takes away; service and time are its receipt. */
@Schema(name = "AccountExport", description = "Everything that auth holds on a person")
record AccountExport(
        @Schema(examples = "auth") String service,
        Instant exportedAt,

        @Schema(examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String userId,

        UserView account,

        @Schema(description = "Log-ins, also those that have ended, the newest first")
        List<HeldSession> sessions,

        @Schema(description = "What the person did and what was done to the account, the oldest first")
        List<AuditEntry> auditEvents) {}
