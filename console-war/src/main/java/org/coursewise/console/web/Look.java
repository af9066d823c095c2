package org.coursewise.console.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /look}: language and colours as somebody wants them in this browser, kept in two cookies that say nothing else. */
@WebServlet("/look")
public class Look extends HttpServlet {

    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final int A_YEAR = 365 * 24 * 3600;

    /** What pages read of it. */
    @Named("look")
    @RequestScoped
    public static class Chosen {

        @Inject
        HttpServletRequest request;

        /** light, dark, or auto: as the system has it. */
        public String getTheme() {
            return chosen(request, THEME).filter(THEMES::contains).orElse("auto");
        }

        /** What the button changes to. */
        public String getNextTheme() {
            return switch (getTheme()) {
                case "auto" -> "dark";
                case "dark" -> "light";
                default -> "auto";
            };
        }

        /** The page at hand, to come back to. */
        public String getHere() {
            var query = request.getQueryString();
            return Pages.pathOf(request) + (query == null ? "" : "?" + query);
        }

        public String getLanguage() {
            return Language.of(request).getLanguage();
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        keep(request, response, LANGUAGE, LANGUAGES);
        keep(request, response, THEME, THEMES);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Place.ours(request.getParameter("back"), "/"));
    }

    private static void keep(
            HttpServletRequest request, HttpServletResponse response, String name, Set<String> allowed) {
        var value = request.getParameter(name);
        if (value != null && allowed.contains(value)) {
            var cookie = new Cookie(name, value);
            cookie.setPath("/");
            cookie.setMaxAge(A_YEAR);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }

    static Optional<String> chosen(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return (cookies == null ? List.<Cookie>of() : Arrays.asList(cookies))
                .stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
