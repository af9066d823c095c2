package org.coursewise.auth.client;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Requests and answers of OAuth 2, between JAX-RS and the protocol's library. */
final class OAuth2Http {

    /** The library wants an address; it looks at the form and the header alone. */
    private static final URI ANYWHERE = URI.create("https://coursewise.invalid/oauth2");

    private OAuth2Http() {}

    static HTTPRequest request(String form, @Nullable String authorization) {
        var request = new HTTPRequest(HTTPRequest.Method.POST, ANYWHERE);
        request.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        if (authorization != null) {
            request.setAuthorization(authorization);
        }
        request.setBody(form);
        return request;
    }

    /** One of the library's readers. */
    interface Reader<T> {
        T read(HTTPRequest http) throws ParseException;
    }

    /** Parameters that come twice are named in the library's complaint, and some names it will not write itself. */
    static <T> T read(HTTPRequest http, Reader<T> reader) throws ParseException {
        try {
            return reader.read(http);
        } catch (IllegalArgumentException e) {
            throw new ParseException("A request that cannot be complained of", OAuth2Error.INVALID_REQUEST, e);
        }
    }

    static ErrorObject error(ParseException e) {
        var error = e.getErrorObject();
        return error == null ? OAuth2Error.INVALID_REQUEST : error;
    }

    static ErrorObject invalidClient() {
        return new ErrorObject(
                OAuth2Error.INVALID_CLIENT.getCode(),
                "Unknown client, or a wrong secret",
                HTTPResponse.SC_UNAUTHORIZED);
    }

    static Response answer(HTTPResponse answer) {
        var response = Response.status(answer.getStatusCode()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.getBody() != null) {
            response.type(MediaType.APPLICATION_JSON).entity(answer.getBody());
        }
        if (answer.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coursewise\"");
        }
        return response.build();
    }
}
