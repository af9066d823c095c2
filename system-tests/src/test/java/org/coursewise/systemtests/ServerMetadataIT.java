package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What auth says of itself (RFC 8414) is true, and what it publishes is kept by those who ask for it. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ServerMetadataIT {

    private static final String METADATA = "/.well-known/oauth-authorization-server";

    private final LocalStack stack;
    private final Api api;

    ServerMetadataIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @Test
    void everyEndpointThatIsNamedAnswers() {
        var metadata = api.get(METADATA).json();
        for (var name : List.of("token_endpoint", "revocation_endpoint", "introspection_endpoint")) {
            var request = HttpRequest.newBuilder(URI.create(metadata.path(name).asString()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "grant_type=client_credentials&token=any&client_id=a&client_secret=b"));
            assertThat(api.send(request).text("error")).as(name).isEqualTo("invalid_client");
        }
        for (var name : List.of("jwks_uri", "service_documentation")) {
            var request = HttpRequest.newBuilder(URI.create(metadata.path(name).asString()));
            assertThat(api.send(request.GET()).status()).as(name).isEqualTo(200);
        }
    }

    @Test
    void whatIsSaidToBeSupportedIs() {
        var metadata = api.get(METADATA).json();
        for (var endpoint : List.of("token", "revocation", "introspection")) {
            assertThat(metadata.path(endpoint + "_endpoint_auth_methods_supported")
                            .toString())
                    .isEqualTo("[\"client_secret_basic\",\"client_secret_post\"]");
        }
        assertThat(metadata.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(metadata.path("response_types_supported").isArray()).isTrue();

        var scopes = metadata.path("scopes_supported")
                .valueStream()
                .map(scope -> scope.asString())
                .toArray(String[]::new);
        var client = new People(stack).oAuthClient(scopes);
        var granted = client.askInForm("token", Map.of("grant_type", "client_credentials"));
        assertThat(granted.text("scope").split(" ", -1)).containsExactlyInAnyOrder(scopes);
        var introspected = client.ask("introspect", Map.of("token", granted.text("access_token")));
        assertThat(introspected.text("iss")).isEqualTo(metadata.path("issuer").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {METADATA, "/.well-known/jwks.json"})
    void whoKnowsTheDocumentIsNotSentItAgain(String path) {
        var first = api.get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(first.header("ETag")).matches("\"[^\"]+\"");
        var again = api.send(
                api.request(path).header("If-None-Match", first.header("ETag")).GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(api.send(api.request(path)
                                .header("If-None-Match", "\"other\"")
                                .GET())
                        .body())
                .isEqualTo(first.body());
    }
}
