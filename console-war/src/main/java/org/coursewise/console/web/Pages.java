package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which addresses are for anybody, and which for who is signed in: everything that is not named here. */
public final class Pages {

    private static final Set<String> OPEN = Set.of("/", "/index", "/login", "/verify", "/reset", "/look", "/error");
    private static final Set<String> OPEN_FOLDERS = Set.of("/assets/", "/jakarta.faces.resource/", "/health/");

    private Pages() {}

    public static boolean isOpen(HttpServletRequest request) {
        var path = pathOf(request);
        return OPEN.contains(path) || isFile(path);
    }

    /** Files are the same for everybody and every version of the console: a browser may keep them for a while. */
    static boolean isFile(String path) {
        return OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** As the container has read it: decoded, and without what a client may put between. */
    public static String pathOf(HttpServletRequest request) {
        var inside = request.getPathInfo();
        return request.getServletPath() + (inside == null ? "" : inside);
    }
}
