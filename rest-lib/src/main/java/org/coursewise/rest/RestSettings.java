package org.coursewise.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.coursewise.settings.Settings;

/**
 * The settings of all that rest-lib does.
 *
 * @param problemBase what a problem's code is appended to, to make its {@code type}
 * @param corsOrigins the origins whose scripts may call the API; none by default
 * @param apiUrl where clients reach the API: scheme and host of all links, and the OpenAPI document's server; the address a request came to when absent
 * @param openApiPath where Liberty serves the OpenAPI document ({@code docPath} of {@code <mpOpenAPI>})
 */
public record RestSettings(URI problemBase, List<String> corsOrigins, Optional<URI> apiUrl, String openApiPath) {

    public RestSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Reads them; the service's name, {@code coursewise.service-name}, is the last segment of its OpenAPI path. */
    public static RestSettings from(Settings settings) {
        return new RestSettings(
                settings.uri("coursewise.problem-base", "https://coursewise.example/problems"),
                settings.list("coursewise.cors-origins"),
                settings.optional("coursewise.api-url").map(url -> settings.uri("coursewise.api-url")),
                "/openapi/" + settings.required("coursewise.service-name"));
    }

    /** The {@code type} of a problem with this code. */
    public URI problemType(String code) {
        return URI.create(problemBase + "/" + code);
    }
}
