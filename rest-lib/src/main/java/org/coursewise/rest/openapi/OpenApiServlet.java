package org.coursewise.rest.openapi;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewise.rest.RestSettings;
import org.coursewise.rest.problem.Problems;

/**
 * {@code /openapi}, by a forward inside the server to where Liberty serves the document. Liberty serves it at one
 * address alone and keeps all below that to itself, so it is given {@code /openapi/<service>} and this the shorter one.
 */
public class OpenApiServlet extends HttpServlet {

    @Inject
    transient RestSettings settings;

    @Inject
    transient Problems problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            problems.write(problems.ofStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED), response);
            return;
        }
        var openApi = getServletContext().getContext(settings.openApiPath());
        if (openApi == null || !openApi.getContextPath().equals(settings.openApiPath())) {
            throw new ServletException("No <mpOpenAPI docPath=\"" + settings.openApiPath() + "\"/> in server.xml");
        }
        openApi.getRequestDispatcher("/").forward(request, response);
    }
}
