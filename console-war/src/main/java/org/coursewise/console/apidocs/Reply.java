package org.coursewise.console.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API answered, to be looked at. Tokens in it stay here: whoever logs in by this page has one in the browser
 * otherwise.
 *
 * @param headers by their names
 * @param isCut whether there is more than is shown
 */
public record Reply(int status, List<Header> headers, String body, boolean isCut, long millis) {

    private static final int MOST_BYTES = 512 * 1024;
    private static final String KEPT = "…";
    private static final Set<String> TOKENS =
            Set.of("accessToken", "refreshToken", "access_token", "refresh_token", "id_token");
    private static final JsonMapper JSON = new JsonMapper();

    /** One line above the body. */
    public record Header(String name, String value) {}

    static Reply of(HttpResponse<InputStream> response, long millis) {
        var headers = response.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("set-cookie"))
                .map(header -> new Header(header.getKey(), String.join(", ", header.getValue())))
                .sorted(Comparator.comparing(Header::name))
                .toList();
        try (var in = response.body()) {
            var bytes = in.readNBytes(MOST_BYTES);
            var isCut = in.read() >= 0;
            return new Reply(response.statusCode(), headers, shown(new String(bytes, UTF_8)), isCut, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shown(String body) {
        try {
            var json = JSON.readTree(body);
            if (json == null || !json.isContainer()) {
                return body;
            }
            hideTokens(json);
            return json.toPrettyString();
        } catch (JacksonException e) {
            return body;
        }
    }

    private static void hideTokens(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TOKENS.stream().filter(object::has).forEach(name -> object.put(name, KEPT));
        }
        node.forEach(Reply::hideTokens);
    }

    public boolean isGood() {
        return status < 400;
    }
}
