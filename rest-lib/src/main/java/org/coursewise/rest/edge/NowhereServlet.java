package org.coursewise.rest.edge;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewise.rest.problem.Problems;

/**
 * Every address that is nobody else's, in the place of the container's file servlet, and the error page of whatever
 * fails in the container itself.
 */
public class NowhereServlet extends HttpServlet {

    @Inject
    transient Problems problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            writeError(request, response);
        } else if (request.getMethod().equals("TRACE")) {
            doTrace(request, response);
        } else {
            problems.write(problems.ofStatus(HttpServletResponse.SC_NOT_FOUND), response);
        }
    }

    /** Declared, because Liberty refuses the method with a page of its own when a servlet does not override this. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(problems.ofStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED), response);
    }

    private void writeError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var problem = status == 500 && thrown instanceof Throwable unexpected
                ? problems.translate(unexpected)
                : problems.ofStatus(status);
        problems.write(problem, response);
    }
}
