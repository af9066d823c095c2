package org.coursewise.console.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewise.console.web.Pages;

/** The addresses of a list's pages: that of the page at hand, filters and all, with another cursor. */
@Named("pager")
@RequestScoped
public class Pager {

    /** What belongs to one look at a page. */
    private static final Set<String> PASSING = Set.of("cursor", "expired");

    private HttpServletRequest request;

    @Inject
    Pager(HttpServletRequest request) {
        this.request = request;
    }

    /** For CDI's proxy alone. */
    @SuppressWarnings("NullAway.Init")
    Pager() {}

    /** Whether this is not the first page. */
    public boolean isFurther() {
        return request.getParameter("cursor") != null;
    }

    public String getFirst() {
        return Pages.pathOf(request) + (filters().isEmpty() ? "" : "?" + filters());
    }

    public String to(String cursor) {
        var first = getFirst();
        return first + (first.contains("?") ? "&" : "?") + "cursor=" + URLEncoder.encode(cursor, UTF_8);
    }

    private String filters() {
        return Arrays.stream(Objects.toString(request.getQueryString(), "").split("&"))
                .filter(field -> !field.isEmpty() && !PASSING.contains(field.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
    }
}
