package org.coursewise.console.mail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /mail/preview?name&locale&var.…}: a mail's HTML and nothing around it, for a frame of the page about it. What an
 * administrator wrote runs nothing here, loads nothing, and is not of our origin.
 */
@WebServlet("/mail/preview")
public class PreviewFrame extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    @Inject
    transient TemplatePreview preview;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var mail = preview.render(parameter(request, "name"), parameter(request, "locale"), preview.typed());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(String.valueOf(mail.get("html")));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isBlank())
                .orElse("-");
    }
}
