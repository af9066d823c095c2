package org.coursewise.console.catalogue;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Download;

/** {@code GET /imports/export?kind=…}: a file of the API as it comes; the token that it takes stays on the server. */
@WebServlet("/imports/export")
public class ExportDownload extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Instance<Api> api;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kind = Objects.toString(request.getParameter("kind"), "");
        if (FileKind.all().stream().noneMatch(each -> each.getName().equals(kind))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Download.pass(api.get(), FileKind.of(kind).on(Call.to("exports")), response);
    }
}
