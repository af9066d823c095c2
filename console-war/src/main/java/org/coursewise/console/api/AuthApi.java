package org.coursewise.console.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.coursewise.console.api.ApiAnswer.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two calls behind the links in mails. A call never throws: whatever keeps it from an answer is
 * {@link Outcome#UNREACHABLE}, with a line in the log that names the path and the reason, never what was sent.
 */
public final class AuthApi {

    private static final System.Logger LOG = System.getLogger(AuthApi.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI apiUrl;
    private final Duration timeout;

    public AuthApi(URI apiUrl, Duration timeout) {
        this.apiUrl = apiUrl;
        this.timeout = timeout;
    }

    private record EmailConfirmation(String token) {}

    private record PasswordConfirmation(String token, String newPassword) {}

    /** Confirms the address that the token was mailed to. */
    public ApiAnswer confirmEmail(String token) {
        return post("/api/v1/email-verifications/confirmations", new EmailConfirmation(token));
    }

    /** Sets a new password for the account that the token was mailed to. */
    public ApiAnswer resetPassword(String token, String newPassword) {
        return post("/api/v1/password-resets/confirmations", new PasswordConfirmation(token, newPassword));
    }

    private ApiAnswer post(String path, Record body) {
        var request = HttpRequest.newBuilder(URI.create(apiUrl + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        // the client's own time-out ends with the headers; this one covers a body that never ends
        var exchange = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer(path, exchange.get(timeout.toMillis(), MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return unreachable(path, "no answer within " + timeout);
        } catch (ExecutionException e) {
            return unreachable(path, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return unreachable(path, "interrupted");
        }
    }

    private static ApiAnswer answer(String path, HttpResponse<String> response) {
        if (response.statusCode() == 204) {
            return ApiAnswer.of(Outcome.DONE);
        }
        var problem = Problem.parse(response.body());
        if (response.statusCode() == 400 && problem.aboutToken()) {
            return ApiAnswer.of(Outcome.INVALID_TOKEN);
        }
        if (response.statusCode() == 400 && !problem.complaints().isEmpty()) {
            return new ApiAnswer(Outcome.REFUSED, problem.complaints());
        }
        return unreachable(path, "answered " + response.statusCode() + " (" + problem.code() + ")");
    }

    private static ApiAnswer unreachable(String path, String reason) {
        LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}", path, reason);
        return ApiAnswer.of(Outcome.UNREACHABLE);
    }
}
