package org.coursewise.auth.session;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is kept of a log-in. */
@Schema(name = "HeldSession")
public record HeldSession(
        String id,

        @Schema(description = "What the browser or app says of itself", examples = "Firefox on Linux")
        String device,

        @Schema(description = "The network address it last logged in from", examples = "203.0.113.7")
        String address,

        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,

        @Schema(description = "Null while it goes on") @Nullable
        Instant endedAt) {}
