package org.coursewise.systemtests;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A machine client, as the program that has its secret uses it: forms and HTTP Basic. */
record OAuthClient(Api api, String id, String clientId, String secret) {

    OAuthClient withSecret(String other) {
        return new OAuthClient(api, id, clientId, other);
    }

    /** A good access token. */
    String token() {
        return ask("token", Map.of("grant_type", "client_credentials")).text("access_token");
    }

    /** By HTTP Basic. */
    Api.Answer ask(String endpoint, Map<String, String> form) {
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return api.send(api.request("/api/v1/oauth2/" + endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** With its secret in the form. */
    Api.Answer askInForm(String endpoint, Map<String, String> form) {
        var all = new TreeMap<>(form);
        all.put("client_id", clientId);
        all.put("client_secret", secret);
        return anonymous(api, endpoint, all);
    }

    static Api.Answer anonymous(Api api, String endpoint, Map<String, String> form) {
        return api.send(api.request("/api/v1/oauth2/" + endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
