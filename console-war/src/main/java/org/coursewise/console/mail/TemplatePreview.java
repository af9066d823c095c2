package org.coursewise.console.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** A mail as it would be, filled in with what the request gives for {@code var.<name>}. */
@RequestScoped
class TemplatePreview {

    static final String PREFIX = "var.";

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    /** What was typed, else a sample. */
    Map<String, String> values(Collection<String> variables) {
        var values = new LinkedHashMap<String, String>();
        for (var name : variables) {
            var typed = request.getParameter(PREFIX + name);
            values.put(name, typed == null ? SampleVariables.of(name) : typed);
        }
        return values;
    }

    /** Everything that was typed. */
    Map<String, String> typed() {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(PREFIX.length()), entry -> entry.getValue()[0]));
    }

    /** Subject, text and html. */
    Map<String, Object> render(String name, String locale, Map<String, String> values) {
        return api.post(Call.to("templates", name, locale, "previews"), Map.of("variables", values))
                .body();
    }

    /** Where its HTML is, for a frame. */
    static String address(String name, String locale, Map<String, String> values) {
        var query = new StringBuilder("/mail/preview?name=" + encoded(name) + "&locale=" + encoded(locale));
        values.forEach((variable, value) ->
                query.append('&').append(encoded(PREFIX + variable)).append('=').append(encoded(value)));
        return query.toString();
    }

    /** @param row of what the API says a template's variables are */
    static List<String> names(@Nullable Object row) {
        return row instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
