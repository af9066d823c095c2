package org.coursewise.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as a client sees it, through the gateway. */
final class Api {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI host;
    private final @Nullable String traceparent;

    Api(URI host) {
        this(host, null);
    }

    /** @param traceparent the trace that all its requests belong to */
    Api(URI host, @Nullable String traceparent) {
        this.host = host;
        this.traceparent = traceparent;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer post(String path, Object body, String token) {
        return send(json(path)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param ifMatch left out when null */
    Answer put(String path, Object body, String token, @Nullable String ifMatch) {
        return send(withIfMatch(json(path), ifMatch)
                .header("Authorization", "Bearer " + token)
                .PUT(json(body)));
    }

    /** A merge patch. */
    Answer patch(String path, Object body, String token, String ifMatch) {
        return send(json(path)
                .header("Authorization", "Bearer " + token)
                .header("If-Match", ifMatch)
                .method("PATCH", json(body)));
    }

    /** @param ifMatch left out when null */
    Answer delete(String path, String token, @Nullable String ifMatch) {
        return send(withIfMatch(request(path), ifMatch)
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static HttpRequest.Builder withIfMatch(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    /** An access token of a machine client. */
    String clientToken(String id, String secret) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + credentials)
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .text("access_token");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(host.resolve(path)).timeout(Duration.ofSeconds(30));
        return traceparent == null ? request : request.header("traceparent", traceparent);
    }

    /** Registers and says what the answer was. */
    Answer register(String email, String password, String locale) {
        return post(
                "/api/v1/users", Map.of("email", email, "password", password, "displayName", "Ada", "locale", locale));
    }

    Answer logIn(String email, String password) {
        return post("/api/v1/sessions", Map.of("email", email, "password", password));
    }

    /** No answer came: whether the request was carried out is not known. */
    static final class Unreachable extends RuntimeException {
        Unreachable(IOException cause) {
            super(cause);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        /** The code of a problem document: the last segment of its type. */
        String problem() {
            var type = text("type");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
