package org.coursewise.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a service whose answer must be a good one: a benchmark of errors would be worth nothing. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOWEST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI service;

    public Http(URI service) {
        this.service = service;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** @param authorization as for {@link #post} */
    public JsonNode get(String path, String authorization) throws IOException, InterruptedException {
        return send(authorized(request(path), authorization).GET());
    }

    /** Sends a file of comma-separated values. */
    public JsonNode file(String path, String csv, String authorization) throws IOException, InterruptedException {
        return send(authorized(request(path), authorization)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    /** @param authorization empty for none */
    public JsonNode post(String path, Map<String, ?> body, String authorization)
            throws IOException, InterruptedException {
        return send(authorized(request(path), authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param authorization as for {@link #post} */
    public void put(String path, String authorization) throws IOException, InterruptedException {
        send(authorized(request(path), authorization).PUT(BodyPublishers.noBody()));
    }

    /** @param authorization as for {@link #post} */
    public void delete(String path, String authorization) throws IOException, InterruptedException {
        send(authorized(request(path), authorization).DELETE());
    }

    /** What a GET of it says that it can be known by. */
    public String etag(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path).GET().build(), BodyHandlers.discarding());
        return answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new IOException(path + " answers " + answer.statusCode() + " without an ETag"));
    }

    public JsonNode form(String path, String form, String authorization) throws IOException, InterruptedException {
        return send(authorized(request(path), authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String authorization) {
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var built = request.build();
        var answer = client.send(built, BodyHandlers.ofString());
        if (answer.statusCode() >= LOWEST_ERROR) {
            throw new IOException(
                    built.method() + " " + built.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
