package org.coursewise.rest.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client does: sends a request to the test server and reads the answer. */
final class Http {

    static final String SERVER = "http://127.0.0.1:" + Integer.getInteger("test.http-port");
    private static final String API = SERVER + "/api/v1";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private Http() {}

    /** An answer; its body as JSON when it is some. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }
    }

    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("//") ? SERVER + path.substring(1) : API + path))
                .timeout(Duration.ofSeconds(20));
    }

    static Answer get(String path, String... headers) {
        return send(with(to(path), headers));
    }

    static Answer send(String method, String path, String body, String... headers) {
        return send(with(to(path).method(method, BodyPublishers.ofString(body)), headers));
    }

    static Answer post(String path, String body, String... headers) {
        return send(
                with(to(path).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json"), headers));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
