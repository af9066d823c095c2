package org.coursewise.auth.session;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A log-in, as its owner sees it. */
@Schema(name = "Session")
public record SessionView(
        String id,

        @Schema(description = "What the browser or app says of itself", examples = "Firefox on Linux")
        String device,

        @Schema(description = "The network address it last logged in from", examples = "203.0.113.7")
        String address,

        Instant createdAt,
        Instant lastUsedAt,

        @Schema(description = "Whether this request belongs to it")
        boolean current) {}
