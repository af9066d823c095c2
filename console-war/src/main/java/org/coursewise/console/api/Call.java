package org.coursewise.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the API is asked for: segments of a path, mostly below {@code /api/v1}, and a query, each encoded whatever it holds. */
public final class Call {

    private static final String ROOT = "/";
    private static final String API = "/api/v1/";

    private final String path;
    private final List<String> query;

    private Call(String path, List<String> query) {
        this.path = path;
        this.query = query;
    }

    /**
     * @param segments of the path, not encoded: an address or id with a slash stays one segment
     * @throws ApiException as for what is not there, where a page's address names nothing
     */
    public static Call to(String... segments) {
        if (Arrays.stream(segments).anyMatch(String::isBlank)) {
            throw ApiException.notFound();
        }
        return new Call(API + joined(segments), List.of());
    }

    /** The same for what is not below {@code /api/v1}, such as the API's own documents. */
    public static Call atRoot(String... segments) {
        return new Call(ROOT + joined(segments), List.of());
    }

    /** What is so many segments further. */
    public Call below(String... segments) {
        return new Call(
                path + Arrays.stream(segments).map(each -> "/" + encoded(each)).collect(Collectors.joining()), query);
    }

    /** The same with one more parameter; without a value it is left out. */
    public Call with(String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (text.isBlank()) {
            return this;
        }
        var longer = new ArrayList<>(query);
        longer.add(encoded(name) + "=" + encoded(text));
        return new Call(path, List.copyOf(longer));
    }

    /** Without the query, which may hold what is somebody's: for logs. */
    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String joined(String... segments) {
        return Arrays.stream(segments).map(Call::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
