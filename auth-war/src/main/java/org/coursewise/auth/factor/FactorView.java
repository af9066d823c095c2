package org.coursewise.auth.factor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A factor, as its owner sees it: without the secret. */
@Schema(name = "Factor")
public record FactorView(
        String id,

        @Schema(description = "An authenticator app (RFC 6238)", examples = TOTP)
        String type,

        @Schema(description = "Whether a code has shown that the app works; only then log-in asks for one")
        boolean verified,

        Instant createdAt,

        @Schema(description = "How many recovery codes have not been used", examples = "10")
        int recoveryCodesLeft) {

    static final String TOTP = "totp";
}
