package org.coursewise.rest.receipt;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a service answers about somebody who was deleted: {@code GET /admin/erasures/<service>/{userId}}. */
@Schema(name = "ErasureReceipt", description = "One service's word that it holds nothing more of a person")
public record ErasureReceipt(
        @Schema(examples = "course") String service,

        @Schema(examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String userId,

        @Schema(description = "When the account was deleted")
        Instant requestedAt,

        @Schema(description = "When this service had erased; null while it is at it") @Nullable
        Instant erasedAt) {}
