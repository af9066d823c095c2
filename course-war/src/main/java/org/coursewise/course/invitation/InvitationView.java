package org.coursewise.course.invitation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation on the wire. */
@Schema(
        name = "Invitation",
        description = "Whether somebody took it is not told; who takes the course stands in its roster")
public record InvitationView(
        @Schema(examples = "019ac0de-2a41-7c0f-8f2e-5d8f0d1c9a77")
        String id,

        @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
        String courseId,

        @Schema(examples = "ada@example.org", description = "Forgotten once it is withdrawn or has expired") @Nullable
        String email,

        @Schema(examples = "open") InvitationState state,

        @Schema(examples = "true", description = "Wait for a seat when there is none")
        boolean waitingList,

        @Schema(examples = "2027-01-10T08:00:00Z") Instant createdAt,

        @Schema(examples = "2027-04-10T08:00:00Z", description = "When it can no more be taken")
        Instant expiresAt) {}
