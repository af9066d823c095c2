package org.coursewise.console.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Log-in, renewal and log-out: the calls that are made without, or about, a token. */
public final class SessionApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpApi http;

    public SessionApi(HttpApi http) {
        this.http = http;
    }

    /** The tokens of somebody who logged in. */
    public record Tokens(String accessToken, String refreshToken, int expiresIn) {}

    /**
     * @param code of the second factor, where there is one
     * @param device what the list of sessions shows
     * @throws ApiException with the API's reason
     */
    public Tokens logIn(String email, String password, @Nullable String code, String device) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("password", password);
        if (code != null) {
            body.put("code", code);
        }
        return tokens(Call.to("sessions"), body, device);
    }

    /** The next pair; the refresh token is spent by it. */
    public Tokens refresh(String refreshToken, String device) {
        return tokens(Call.to("tokens", "refresh"), Map.of("refreshToken", refreshToken), device);
    }

    /** Ends the session; that it has ended already is as good. */
    public void logOut(String accessToken) {
        var call = Call.to("sessions", "current");
        http.send(
                call,
                http.request(call)
                        .header("Authorization", "Bearer " + accessToken)
                        .DELETE()
                        .build());
    }

    private Tokens tokens(Call call, Map<String, Object> body, String device) {
        var response = http.send(
                call,
                http.request(call)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", device)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
        if (response.statusCode() != 200) {
            throw new ApiException(Problem.parse(response.statusCode(), response.body()));
        }
        var tokens = JSON.readTree(response.body());
        return new Tokens(
                tokens.path("accessToken").asString(),
                tokens.path("refreshToken").asString(),
                tokens.path("expiresIn").asInt());
    }
}
