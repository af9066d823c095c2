package org.coursewise.console.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ResourceBundle;
import org.coursewise.console.api.Problem;
import org.coursewise.console.web.Language;

/** The one page for everything that has none. Made without Faces, because Faces may be what failed. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    /** What the API said, when that is why. */
    public static final String PROBLEM = "org.coursewise.console.problem";

    private static final String TYPE = "text/html;charset=UTF-8";
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
              <meta charset="UTF-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%2$s · Coursewise</title>
              <link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
              <link rel="stylesheet" href="/assets/colours.css">
              <link rel="stylesheet" href="/assets/console.css">
            </head>
            <body>
              <header><p class="product">Coursewise</p></header>
              <main>
                <h1>%2$s</h1>
                <p>%3$s</p>
                <p><a href="/">%4$s</a></p>
              </main>
            </body>
            </html>
            """;

    /** Any verb: it answers for requests that went wrong, whatever they were. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = statusOf(request);
        var key = keyFor(status);
        var language = Language.of(request);
        var text = ResourceBundle.getBundle("org.coursewise.console.text", language);
        var words = request.getAttribute(PROBLEM) instanceof Problem problem
                ? ProblemWords.of(problem, language)
                : new ProblemWords(text.getString(key + ".title"), text.getString(key + ".text"));
        response.setContentType(TYPE);
        if (isBegunInBytes(response)) {
            response.reset();
            response.setContentType(TYPE);
        }
        response.setStatus(status);
        response.getWriter()
                .write(HTML.formatted(
                        language.getLanguage(),
                        escaped(words.title()),
                        escaped(words.text()),
                        escaped(text.getString("error.home"))));
    }

    /** As a download that failed half-way has. */
    private static boolean isBegunInBytes(HttpServletResponse response) throws IOException {
        try {
            response.getWriter();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Who asks for this address itself asks for a page that is not there. */
    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String keyFor(int status) {
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return "error.not-found";
        }
        return status < 500 ? "error.refused" : "error.failed";
    }
}
