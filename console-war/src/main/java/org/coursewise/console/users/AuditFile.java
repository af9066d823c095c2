package org.coursewise.console.users;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewise.console.api.Api;
import org.coursewise.console.layout.Download;

/** {@code /users/audit.csv}: what the audit page was asked for, whole, as a file. It goes through here because the token stays here. */
@WebServlet("/users/audit.csv")
public class AuditFile extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Instance<Api> api;

    @Inject
    transient AuditQuery query;

    /** Not there when nobody has the address that was typed. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var call = query.call().orElse(null);
        if (call == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Download.pass(api.get(), call, response);
    }
}
