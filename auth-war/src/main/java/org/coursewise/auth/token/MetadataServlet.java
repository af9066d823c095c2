package org.coursewise.auth.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.coursewise.auth.settings.AuthSettings;

/** What this authorization server offers (RFC 8414). */
@WebServlet("/.well-known/oauth-authorization-server")
public class MetadataServlet extends HttpServlet {

    @Inject
    transient AuthSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getOutputStream().write(metadata().getBytes(StandardCharsets.UTF_8));
    }

    private String metadata() {
        var host = settings.apiUrl().toString();
        return JSONObjectUtils.toJSONString(Map.of(
                "issuer", settings.issuer(),
                "token_endpoint", host + "/api/v1/oauth2/token",
                "jwks_uri", host + "/.well-known/jwks.json",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "scopes_supported", Scope.all()));
    }
}
