package org.coursewise.console.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser that runs no scripts: it opens addresses, fills in the form it sees and presses its button. */
final class Browser {

    private final HttpClient client;
    private final String language;

    Browser(HttpClient client, String language) {
        this.client = client;
        this.language = language;
    }

    /** What a browser shows for an address. */
    record Page(HttpResponse<String> response, Document html) {

        int status() {
            return response.statusCode();
        }

        String heading() {
            return html.select("h1").text();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Page open(URI address) throws IOException, InterruptedException {
        return send("GET", address, "");
    }

    /** Presses the button of the page's form after typing into its fields. */
    Page press(Page page, Map<String, String> typed) throws IOException, InterruptedException {
        var form = page.html().forms().get(0);
        var fields = new HashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        var button = form.selectFirst("[type=submit]");
        fields.put(button.attr("name"), button.attr("value"));
        fields.putAll(typed);
        return send("POST", page.response().uri().resolve(form.attr("action")), encoded(fields));
    }

    Page send(String verb, URI address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept-Language", language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        return new Page(response, Jsoup.parse(response.body()));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
