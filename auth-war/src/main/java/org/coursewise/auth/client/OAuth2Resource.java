package org.coursewise.auth.client;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
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
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.auth.token.AccessTokens;
import org.coursewise.auth.token.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tokens for machine clients: the client credentials grant (RFC 6749, section 4.4), in that RFC's own words. */
@Path("/oauth2")
@Tag(name = "Machine clients")
@PermitAll
public class OAuth2Resource {

    @Inject
    MachineClients clients;

    @Inject
    AccessTokens accessTokens;

    @Inject
    AuthSettings settings;

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
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
        return answer(exchange(form, authorization).toHTTPResponse());
    }

    private TokenResponse exchange(String form, @Nullable String authorization) {
        TokenRequest request;
        try {
            var http = http(form, authorization);
            var grantType = MultivaluedMapUtils.getFirstValue(http.getBodyAsFormParameters(), "grant_type");
            if (grantType != null && !grantType.equals(GrantType.CLIENT_CREDENTIALS.getValue())) {
                return new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            }
            request = TokenRequest.parse(http);
        } catch (ParseException e) {
            var error = e.getErrorObject();
            return new TokenErrorResponse(error == null ? OAuth2Error.INVALID_REQUEST : error);
        }
        if (!(request.getClientAuthentication() instanceof PlainClientSecret credentials)) {
            return invalidClient();
        }
        var client = clients.find(credentials.getClientID().getValue())
                .filter(found -> found.accepts(credentials.getClientSecret().getValue()));
        return client.<TokenResponse>map(found -> grant(found, request.getScope()))
                .orElseGet(OAuth2Resource::invalidClient);
    }

    private TokenResponse grant(MachineClient client, com.nimbusds.oauth2.sdk.@Nullable Scope wanted) {
        var allowed = client.scopes().stream().map(Scope::wireName).sorted().toList();
        var granted = wanted == null || wanted.isEmpty() ? allowed : wanted.toStringList();
        if (!allowed.containsAll(granted)) {
            return new TokenErrorResponse(OAuth2Error.INVALID_SCOPE);
        }
        var token = new BearerAccessToken(
                accessTokens.issue(client.clientId(), granted),
                settings.accessTokenLifetime().toSeconds(),
                new com.nimbusds.oauth2.sdk.Scope(granted.toArray(String[]::new)));
        return new AccessTokenResponse(new Tokens(token, null));
    }

    private HTTPRequest http(String form, @Nullable String authorization) {
        var request = new HTTPRequest(HTTPRequest.Method.POST, settings.apiUrl().resolve("/api/v1/oauth2/token"));
        request.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        if (authorization != null) {
            request.setAuthorization(authorization);
        }
        request.setBody(form);
        return request;
    }

    private static TokenErrorResponse invalidClient() {
        return new TokenErrorResponse(new ErrorObject(
                OAuth2Error.INVALID_CLIENT.getCode(),
                "Unknown client, or a wrong secret",
                HTTPResponse.SC_UNAUTHORIZED));
    }

    private static Response answer(HTTPResponse answer) {
        var response = Response.status(answer.getStatusCode())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.getBody())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coursewise\"");
        }
        return response.build();
    }
}
