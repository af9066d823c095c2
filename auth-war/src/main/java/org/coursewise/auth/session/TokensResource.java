package org.coursewise.auth.session;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.problem.AuthException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staying in. */
@Path("/tokens")
@Tag(name = "Sessions")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    Sessions sessions;

    @Inject
    TokenPairs tokenPairs;

    /** The refresh token that came last. */
    @Schema(name = "RefreshRequest")
    public record RefreshRequest(
            @NotBlank @Schema(examples = "q2X…43 characters")
            String refreshToken) {}

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Exchange a refresh token for a new pair",
            description =
                    "Each refresh token works once. Bringing a spent one ends its session: somebody has copied it.")
    @APIResponse(responseCode = "200", description = "The new pair")
    @APIResponse(responseCode = "401", description = "`invalid-refresh-token`")
    public TokenPair refresh(@NotNull @Valid RefreshRequest request) {
        return sessions.refresh(request.refreshToken())
                .map(tokenPairs::of)
                .orElseThrow(AuthException.InvalidRefreshToken::new);
    }
}
