package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;

/** {@code /users/audit.csv}: what the audit page was asked for, whole, as a file. It goes through here because the token stays here. */
@WebServlet("/users/audit.csv")
public class AuditFile extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Source source;

    /** The file as the API sends it to whoever asks. */
    @RequestScoped
    static class Source {

        @Inject
        Api api;

        @Inject
        AuditQuery query;

        /** Empty when nobody has the address that was typed. */
        Optional<HttpResponse<InputStream>> open() {
            return query.call()
                    .map(call -> api.raw(call, "GET", Map.of("Accept", "text/csv"), BodyPublishers.noBody()));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = source.open().orElse(null);
        if (answer == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var body = answer.body()) {
            if (answer.statusCode() != HttpServletResponse.SC_OK) {
                response.sendError(answer.statusCode());
                return;
            }
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"audit-events.csv\"");
            body.transferTo(response.getOutputStream());
        }
    }
}
