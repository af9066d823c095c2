package org.coursewise.auth.client;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the protocol's library reads and writes, for the OpenAPI document alone. */
final class OAuth2Documents {

    private OAuth2Documents() {}

    /** RFC 6749, sections 2.3.1 and 4.4.2. */
    @Schema(name = "OAuth2TokenRequest", requiredProperties = "grant_type")
    record TokenRequest(
            @Schema(name = "grant_type", enumeration = "client_credentials")
            String grantType,

            @Schema(
                    description = "Some of the client's scopes, separated by spaces; all when left out",
                    examples = "catalog:write")
            @Nullable
            String scope,

            @Schema(
                    name = "client_id",
                    description = "When there is no HTTP Basic",
                    examples = "client-q2XbM0hT7fJw9sLk")
            @Nullable
            String clientId,

            @Schema(name = "client_secret", description = "When there is no HTTP Basic", examples = "q2X…43 characters")
            @Nullable
            String clientSecret) {}

    /** RFC 7009, section 2.1. */
    @Schema(name = "OAuth2RevocationRequest", requiredProperties = "token")
    record RevocationRequest(
            @Schema(description = "The access token", examples = "eyJ0eXAiOiJhdCtqd3Qi…")
            String token,

            @Schema(name = "token_type_hint", description = "Not needed", examples = "access_token") @Nullable
            String tokenTypeHint,

            @Schema(
                    name = "client_id",
                    description = "When there is no HTTP Basic",
                    examples = "client-q2XbM0hT7fJw9sLk")
            @Nullable
            String clientId,

            @Schema(name = "client_secret", description = "When there is no HTTP Basic", examples = "q2X…43 characters")
            @Nullable
            String clientSecret) {}

    /** RFC 7662, section 2.1. */
    @Schema(name = "OAuth2IntrospectionRequest", requiredProperties = "token")
    record IntrospectionRequest(
            @Schema(description = "The access token", examples = "eyJ0eXAiOiJhdCtqd3Qi…")
            String token,

            @Schema(name = "token_type_hint", description = "Not needed", examples = "access_token") @Nullable
            String tokenTypeHint,

            @Schema(
                    name = "client_id",
                    description = "When there is no HTTP Basic",
                    examples = "client-q2XbM0hT7fJw9sLk")
            @Nullable
            String clientId,

            @Schema(name = "client_secret", description = "When there is no HTTP Basic", examples = "q2X…43 characters")
            @Nullable
            String clientSecret) {}

    /** RFC 7662, section 2.2. */
    @Schema(
            name = "OAuth2Introspection",
            description = "Of a token that is not active, this alone is said",
            requiredProperties = "active")
    record IntrospectionAnswer(
            @Schema(examples = "true") boolean active,

            @Schema(examples = "catalog:write learning:write") @Nullable
            String scope,

            @Schema(name = "client_id", examples = "client-q2XbM0hT7fJw9sLk") @Nullable
            String clientId,

            @Schema(name = "token_type", examples = "Bearer") @Nullable
            String tokenType,

            @Schema(description = "When it expires, in seconds since 1970", examples = "1795772400") @Nullable
            Long exp,

            @Schema(description = "When it was issued, in seconds since 1970", examples = "1795771800") @Nullable
            Long iat,

            @Schema(description = "The client again", examples = "client-q2XbM0hT7fJw9sLk") @Nullable
            String sub,

            @Schema(examples = "[\"coursewise-auth\", \"coursewise-course\", \"coursewise-email\"]") @Nullable
            List<String> aud,

            @Schema(examples = "https://api.coursewise.example") @Nullable
            String iss,

            @Schema(description = "What this one token is known by", examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            @Nullable
            String jti) {}

    /** RFC 6749, section 5.1. */
    @Schema(
            name = "OAuth2Token",
            requiredProperties = {"access_token", "token_type", "expires_in", "scope"})
    record TokenAnswer(
            @Schema(name = "access_token", description = "A signed JWT", examples = "eyJ0eXAiOiJhdCtqd3Qi…")
            String accessToken,

            @Schema(name = "token_type", examples = "Bearer")
            String tokenType,

            @Schema(name = "expires_in", description = "Seconds", examples = "600")
            long expiresIn,

            @Schema(examples = "catalog:write learning:write")
            String scope) {}

    /** RFC 6749, section 5.2. */
    @Schema(name = "OAuth2Error", requiredProperties = "error")
    record ErrorAnswer(
            @Schema(examples = "invalid_client") String error,

            @Schema(name = "error_description", examples = "Unknown client, or a wrong secret") @Nullable
            String errorDescription) {}
}
