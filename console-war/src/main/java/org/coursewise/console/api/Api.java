package org.coursewise.console.api;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as the person who is signed in: whatever they may not do, they may not do here. Each call throws
 * {@link ApiException} when it is refused and {@link SignedOutException} when their tokens are good no longer.
 */
public final class Api {

    /** A file of some 100 MB goes through the console to the API. */
    private static final Duration UPLOAD_TIME = Duration.ofMinutes(5);

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final HttpApi http;
    private final Credentials credentials;
    private final Locale language;

    /** Where the access token comes from. */
    public interface Credentials {

        /** @throws SignedOutException when there is none */
        String accessToken();

        /** Another one in place of that which the API took no longer. */
        String renewed(String refused);
    }

    public Api(HttpApi http, Credentials credentials, Locale language) {
        this.http = http;
        this.credentials = credentials;
        this.language = language;
    }

    public Answer get(Call call) {
        return exchange(call, http.request(call).GET());
    }

    public Answer post(Call call, @Nullable Object body) {
        return exchange(call, withBody(call, "POST", body));
    }

    /** @param etag of what was seen, so that nobody else's change is lost; null where the API wants none */
    public Answer put(Call call, @Nullable Object body, @Nullable String etag) {
        return exchange(call, ifMatch(withBody(call, "PUT", body), etag));
    }

    public Answer patch(Call call, Object body, @Nullable String etag) {
        return exchange(call, ifMatch(withBody(call, "PATCH", body), etag));
    }

    public Answer delete(Call call, @Nullable String etag) {
        return exchange(call, ifMatch(http.request(call).DELETE(), etag));
    }

    /** Sends a file as it is. */
    public Answer upload(Call call, Path file, String type) {
        BodyPublisher publisher;
        try {
            publisher = BodyPublishers.ofFile(file);
        } catch (java.io.FileNotFoundException e) {
            throw new IllegalArgumentException("The file is gone: " + file, e);
        }
        var request = http.request(call).header("Content-Type", type).POST(publisher);
        return answer(send(call, request, BodyHandlers.ofString(), UPLOAD_TIME));
    }

    /**
     * Any call as it is, once, with any answer as it is: status, headers and body are the caller's to look at. A 401 may well be
     * about what was called.
     */
    public HttpResponse<InputStream> raw(Call call, String verb, Map<String, String> headers, BodyPublisher body) {
        var request = http.request(call).method(verb, body);
        request.setHeader("Accept-Language", language.toLanguageTag());
        headers.forEach((name, value) -> request.setHeader(name, written(value)));
        return http.send(
                call, authorized(request, credentials.accessToken()), BodyHandlers.ofInputStream(), UPLOAD_TIME);
    }

    private HttpRequest.Builder withBody(Call call, String verb, @Nullable Object body) {
        return body == null
                ? http.request(call).method(verb, BodyPublishers.noBody())
                : http.request(call)
                        .header("Content-Type", "application/json")
                        .method(verb, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private static HttpRequest.Builder ifMatch(HttpRequest.Builder request, @Nullable String etag) {
        return etag == null ? request : request.header("If-Match", written(etag));
    }

    /** As it may stand in a header: the API refuses what then is not right. */
    private static String written(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private Answer exchange(Call call, HttpRequest.Builder request) {
        return answer(send(call, request, BodyHandlers.ofString(), http.timeout()));
    }

    /** A token that was taken back, or ran out on the way, is renewed once. */
    private <T> HttpResponse<T> send(
            Call call, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler, Duration patience) {
        request.setHeader("Accept-Language", language.toLanguageTag());
        var token = credentials.accessToken();
        var response = http.send(call, authorized(request, token), handler, patience);
        return response.statusCode() == 401
                ? http.send(call, authorized(request, credentials.renewed(token)), handler, patience)
                : response;
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    private static Answer answer(HttpResponse<String> response) {
        if (response.statusCode() == 401) {
            throw new SignedOutException();
        }
        if (response.statusCode() >= 400) {
            throw new ApiException(Problem.parse(response.statusCode(), response.body()));
        }
        return new Answer(
                response.statusCode(),
                object(response.body()),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null));
    }

    private static Map<String, Object> object(String body) {
        try {
            return body.isBlank() ? Map.of() : JSON.readValue(body, OBJECT);
        } catch (JacksonException e) {
            throw new ApiException(Problem.unreachable());
        }
    }
}
