package org.coursewise.console.layout;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.SignedOutException;

/** A CSV file of the API, passed on as it comes: the token that it takes stays on the server. */
public final class Download {

    private static final List<String> HEADERS = List.of("Content-Type", "Content-Disposition");

    private Download() {}

    /** @throws SignedOutException when the API wants a log-in */
    public static void pass(Api api, Call call, HttpServletResponse response) throws IOException {
        var answer = api.raw(call, "GET", Map.of("Accept", "text/csv"), BodyPublishers.noBody());
        try (var rows = answer.body()) {
            pass(answer, rows, response);
        }
    }

    private static void pass(HttpResponse<InputStream> answer, InputStream rows, HttpServletResponse response)
            throws IOException {
        if (answer.statusCode() == HttpServletResponse.SC_UNAUTHORIZED) {
            throw new SignedOutException();
        }
        if (answer.statusCode() != HttpServletResponse.SC_OK) {
            response.sendError(answer.statusCode());
            return;
        }
        HEADERS.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value)));
        rows.transferTo(response.getOutputStream());
    }
}
