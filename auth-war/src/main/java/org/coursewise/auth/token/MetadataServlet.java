package org.coursewise.auth.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.auth.key.PublicDocument;
import org.coursewise.auth.settings.AuthSettings;

/** What this authorization server offers (RFC 8414). */
@WebServlet("/.well-known/oauth-authorization-server")
public class MetadataServlet extends HttpServlet {

    private static final List<String> CLIENT_AUTHENTICATION = List.of("client_secret_basic", "client_secret_post");

    @Inject
    transient AuthSettings settings;

    private transient PublicDocument document = new PublicDocument("");

    @Override
    public void init() {
        document = new PublicDocument(JSONObjectUtils.toJSONString(metadata(settings)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        document.answer("application/json", request, response);
    }

    private static Map<String, Object> metadata(AuthSettings settings) {
        var host = settings.apiUrl().toString().replaceAll("/$", "");
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", settings.issuer());
        metadata.put("token_endpoint", host + "/api/v1/oauth2/token");
        metadata.put("token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        metadata.put("revocation_endpoint", host + "/api/v1/oauth2/revoke");
        metadata.put("revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        metadata.put("introspection_endpoint", host + "/api/v1/oauth2/introspect");
        metadata.put("introspection_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        metadata.put("jwks_uri", host + "/.well-known/jwks.json");
        metadata.put("grant_types_supported", List.of("client_credentials"));
        // it has to be there, and there is no authorization endpoint that it could speak of
        metadata.put("response_types_supported", List.of());
        metadata.put("scopes_supported", Scope.all());
        metadata.put("service_documentation", host + "/openapi/auth");
        return metadata;
    }
}
