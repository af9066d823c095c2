package org.coursewise.auth.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client gets when it logs in or refreshes. */
@Schema(name = "TokenPair")
public record TokenPair(
        @Schema(description = "A signed JWT, to be sent as Authorization: Bearer", examples = "eyJ0eXAiOiJhdCtqd3Qi…")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds until the access token expires", examples = "600")
        long expiresIn,

        @Schema(description = "Good for one refresh", examples = "q2X…43 characters")
        String refreshToken,

        @Schema(description = "Seconds until the refresh token expires", examples = "1209600")
        long refreshExpiresIn) {}
