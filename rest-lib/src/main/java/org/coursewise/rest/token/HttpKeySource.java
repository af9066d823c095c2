package org.coursewise.rest.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The issuer's published keys. */
final class HttpKeySource implements KeySource {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final HttpRequest request;

    HttpKeySource(URI url) {
        this.request = HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build();
    }

    @Override
    public String jwks() throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(request.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public String toString() {
        return request.uri().toString();
    }
}
