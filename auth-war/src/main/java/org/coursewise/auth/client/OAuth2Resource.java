package org.coursewise.auth.client;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tokens of machine clients: got, given back and asked about, in the RFCs' own words. */
@Path("/oauth2")
@Tag(name = "Machine clients")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class OAuth2Resource {

    @Inject
    OAuth2Exchange exchange;

    @POST
    @Path("/token")
    @Operation(
            summary = "Get an access token as a machine client",
            description = "RFC 6749, section 4.4; the client authenticates by HTTP Basic or in the form.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = OAuth2Documents.TokenRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.TokenAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid_request`, `unsupported_grant_type` or `invalid_scope`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "`invalid_client`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    public Response token(
            String form,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return OAuth2Http.answer(
                exchange.token(OAuth2Http.request(form, authorization)).toHTTPResponse());
    }

    @POST
    @Path("/revoke")
    @Operation(
            summary = "Give an access token back before it expires",
            description =
                    "RFC 7009; the client authenticates as for a token. Its own access token ends here at once and "
                            + "in the other services within a minute. Whatever else is sent is answered the same and left alone: "
                            + "another client's or a person's tokens, refresh tokens too.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = OAuth2Documents.RevocationRequest.class)))
    @APIResponse(responseCode = "200", description = "The token is good no more, or never was this client's; no body")
    @APIResponse(
            responseCode = "400",
            description = "`invalid_request`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "`invalid_client`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    public Response revoke(
            String form,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return OAuth2Http.answer(
                exchange.revoke(OAuth2Http.request(form, authorization)).toHTTPResponse());
    }

    @POST
    @Path("/introspect")
    @Operation(
            summary = "Ask what an access token is good for",
            description =
                    "RFC 7662; the client authenticates as for a token. A client is told of its own access tokens "
                            + "alone: of any other text, a person's token too, it hears that it is not active.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = OAuth2Documents.IntrospectionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What it says, or that it is not active",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.IntrospectionAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid_request`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "`invalid_client`",
            content = @Content(schema = @Schema(implementation = OAuth2Documents.ErrorAnswer.class)))
    public Response introspect(
            String form,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return OAuth2Http.answer(
                exchange.introspect(OAuth2Http.request(form, authorization)).toHTTPResponse());
    }
}
