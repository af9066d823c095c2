package org.coursewise.console.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The way to the API: one client for all, every call bounded in time to its last byte. */
public final class HttpApi {

    private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI host;
    private final Duration timeout;

    public HttpApi(URI host, Duration timeout) {
        this.host = host;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    HttpRequest.Builder request(Call call) {
        return HttpRequest.newBuilder(URI.create(host + call.toString()))
                .header("Accept", "application/json, application/problem+json");
    }

    HttpResponse<String> send(Call call, HttpRequest request) {
        return send(call, request, BodyHandlers.ofString(), timeout);
    }

    /**
     * @param patience from connecting to the last byte: the client's own time-out ends with the headers
     * @throws ApiException when there is no answer in time; the log names path and reason, never what was sent
     */
    <T> HttpResponse<T> send(Call call, HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration patience) {
        var exchange = client.sendAsync(request, handler);
        try {
            return exchange.get(patience.toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw unreachable(call, "no answer within " + patience);
        } catch (ExecutionException e) {
            throw unreachable(call, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(call, "interrupted");
        }
    }

    private static ApiException unreachable(Call call, String reason) {
        LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}", call.path(), reason);
        return new ApiException(Problem.unreachable());
    }
}
