package org.coursewise.console.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.coursewise.console.api.ApiAnswer.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two calls behind the links in mails. A call never throws: whatever keeps it from an answer is
 * {@link Outcome#UNREACHABLE}, with a line in the log that names the path and the reason, never what was sent.
 */
public final class AuthApi {

    private static final System.Logger LOG = System.getLogger(AuthApi.class.getName());

    private final JsonMapper json = new JsonMapper();
    private final HttpApi http;

    public AuthApi(HttpApi http) {
        this.http = http;
    }

    private record EmailConfirmation(String token) {}

    private record PasswordConfirmation(String token, String newPassword) {}

    /** Confirms the address that the token was mailed to. */
    public ApiAnswer confirmEmail(String token) {
        return post(Call.to("email-verifications", "confirmations"), new EmailConfirmation(token));
    }

    /** Sets a new password for the account that the token was mailed to. */
    public ApiAnswer resetPassword(String token, String newPassword) {
        return post(Call.to("password-resets", "confirmations"), new PasswordConfirmation(token, newPassword));
    }

    private ApiAnswer post(Call call, Record body) {
        var request = http.request(call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            return answer(call, http.send(call, request));
        } catch (ApiException e) {
            return ApiAnswer.of(Outcome.UNREACHABLE);
        }
    }

    private static ApiAnswer answer(Call call, HttpResponse<String> response) {
        if (response.statusCode() == 204) {
            return ApiAnswer.of(Outcome.DONE);
        }
        var problem = Problem.parse(response.statusCode(), response.body());
        if (response.statusCode() == 400 && problem.aboutToken()) {
            return ApiAnswer.of(Outcome.INVALID_TOKEN);
        }
        if (response.statusCode() == 400 && !problem.complaints().isEmpty()) {
            return new ApiAnswer(Outcome.REFUSED, problem.complaints());
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} failed: answered {1} ({2})",
                call.path(),
                response.statusCode(),
                problem.code());
        return ApiAnswer.of(Outcome.UNREACHABLE);
    }
}
