package org.coursewise.auth.client;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Response;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.auth.token.AccessTokens;
import org.coursewise.auth.token.Scope;
import org.jspecify.annotations.Nullable;

/** What a machine client may ask for, in the words of RFC 6749, 7009 and 7662. */
@ApplicationScoped
class OAuth2Exchange {

    @Inject
    ClientLogIn logIn;

    @Inject
    MachineTokens machineTokens;

    @Inject
    AccessTokens accessTokens;

    @Inject
    AuthSettings settings;

    /** A token for a secret. */
    Response token(HTTPRequest http) {
        TokenRequest request;
        try {
            var grantType = MultivaluedMapUtils.getFirstValue(http.getBodyAsFormParameters(), "grant_type");
            if (grantType != null && !grantType.equals(GrantType.CLIENT_CREDENTIALS.getValue())) {
                return new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            }
            request = OAuth2Http.read(http, TokenRequest::parse);
        } catch (ParseException e) {
            return new TokenErrorResponse(OAuth2Http.error(e));
        }
        return logIn.authenticate(request.getClientAuthentication())
                .map(client -> grant(client, request.getScope()))
                .orElseGet(() -> new TokenErrorResponse(OAuth2Http.invalidClient()));
    }

    /** The end of a token of the client's own; of any other text nothing is said and nothing happens. */
    Response revoke(HTTPRequest http) {
        TokenRevocationRequest request;
        try {
            request = OAuth2Http.read(http, TokenRevocationRequest::parse);
        } catch (ParseException e) {
            return new TokenErrorResponse(OAuth2Http.error(e));
        }
        var client = logIn.authenticate(request.getClientAuthentication());
        if (client.isEmpty()) {
            return new TokenErrorResponse(OAuth2Http.invalidClient());
        }
        machineTokens.revoke(client.get(), request.getToken().getValue());
        return new Revoked();
    }

    /** What a token of the client's own says; any other text is not active. */
    Response introspect(HTTPRequest http) {
        TokenIntrospectionRequest request;
        try {
            request = OAuth2Http.read(http, TokenIntrospectionRequest::parse);
        } catch (ParseException e) {
            return new TokenIntrospectionErrorResponse(OAuth2Http.error(e));
        }
        var client = logIn.authenticate(request.getClientAuthentication());
        if (client.isEmpty()) {
            return new TokenIntrospectionErrorResponse(OAuth2Http.invalidClient());
        }
        return machineTokens
                .own(client.get(), request.getToken().getValue())
                .map(OAuth2Exchange::description)
                .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
    }

    private Response grant(MachineClient client, com.nimbusds.oauth2.sdk.@Nullable Scope wanted) {
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

    private static TokenIntrospectionSuccessResponse description(JWTClaimsSet claims) {
        return new TokenIntrospectionSuccessResponse.Builder(true)
                .scope(com.nimbusds.oauth2.sdk.Scope.parse(String.valueOf(claims.getClaim("scope"))))
                .clientID(new ClientID(String.valueOf(claims.getClaim("client_id"))))
                .tokenType(AccessTokenType.BEARER)
                .expirationTime(claims.getExpirationTime())
                .issueTime(claims.getIssueTime())
                .subject(new Subject(claims.getSubject()))
                .audience(Audience.create(claims.getAudience()))
                .issuer(new Issuer(claims.getIssuer()))
                .jwtID(new JWTID(claims.getJWTID()))
                .build();
    }

    /** RFC 7009, section 2.2: the status says it all. */
    private static final class Revoked implements Response {

        @Override
        public boolean indicatesSuccess() {
            return true;
        }

        @Override
        public HTTPResponse toHTTPResponse() {
            return new HTTPResponse(HTTPResponse.SC_OK);
        }
    }
}
