package org.coursewise.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.net.MalformedURLException;
import java.util.Set;

/** Which addresses are for anybody, and which for who is signed in: everything that is not named here. */
public final class Pages {

    private static final String FILES = "/assets/";
    private static final String LIBRARIES = "/jakarta.faces.resource/";
    private static final Set<String> OPEN =
            Set.of("/", "/index", "/index.xhtml", "/login", "/verify", "/reset", "/look", "/error");

    private Pages() {}

    /** Besides those that are named: files, and what is not there at all, which nobody has to log in to hear. */
    public static boolean isOpen(HttpServletRequest request) {
        var path = pathOf(request);
        return OPEN.contains(path) || path.startsWith(LIBRARIES) || isFile(request);
    }

    /**
     * Neither a page nor a servlet, and no file either: the server would log what nobody has to look at. A file of ours has an
     * ending; a folder has none, and the server would name its host in the way to it.
     */
    public static boolean isMissing(HttpServletRequest request) {
        var path = pathOf(request);
        try {
            return isFile(request)
                    && !path.equals("/")
                    && (path.lastIndexOf('.') < path.lastIndexOf('/')
                            || request.getServletContext().getResource(path) == null);
        } catch (MalformedURLException e) {
            return true;
        }
    }

    /** A file that was served before is found by its name, as a servlet is: by the folder it is known still. */
    private static boolean isFile(HttpServletRequest request) {
        return pathOf(request).startsWith(FILES)
                || request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT;
    }

    /** Files of libraries, whose addresses say their version: a browser may keep them. */
    static boolean isVersioned(HttpServletRequest request) {
        return pathOf(request).startsWith(LIBRARIES) && request.getParameter("v") != null;
    }

    /** Where a form sends a file of up to 100 MiB. */
    static boolean takesFiles(HttpServletRequest request) {
        var path = pathOf(request);
        return path.startsWith("/imports/") || path.equals("/users/imports");
    }

    /** As the container has read it: decoded, and without what a client may put between. */
    public static String pathOf(HttpServletRequest request) {
        var inside = request.getPathInfo();
        return request.getServletPath() + (inside == null ? "" : inside);
    }
}
