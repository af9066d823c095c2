package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which addresses are for anybody, and which for who is signed in: everything that is not named here. */
public final class Pages {

    private static final String LIBRARIES = "/jakarta.faces.resource/";
    private static final Set<String> OPEN = Set.of("/", "/index", "/login", "/verify", "/reset", "/look", "/error");
    private static final Set<String> OPEN_FOLDERS = Set.of("/assets/", LIBRARIES, "/health/");

    private Pages() {}

    public static boolean isOpen(HttpServletRequest request) {
        var path = pathOf(request);
        return OPEN.contains(path) || isFile(path);
    }

    private static boolean isFile(String path) {
        return OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** Files of libraries, whose addresses say their version: a browser may keep them. */
    static boolean isVersioned(HttpServletRequest request) {
        return pathOf(request).startsWith(LIBRARIES) && request.getParameter("v") != null;
    }

    /** As the container has read it: decoded, and without what a client may put between. */
    public static String pathOf(HttpServletRequest request) {
        var inside = request.getPathInfo();
        return request.getServletPath() + (inside == null ? "" : inside);
    }
}
