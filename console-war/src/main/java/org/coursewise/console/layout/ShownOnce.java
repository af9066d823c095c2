package org.coursewise.console.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What the API tells once, from the act that made it to the page that comes next: in the server's memory, in no address, and
 * gone when it has been shown.
 */
@RequestScoped
public class ShownOnce {

    private static final String KEPT = "org.coursewise.console.shown-once.";

    @Inject
    HttpServletRequest request;

    public void keep(String name, Object value) {
        request.getSession(true).setAttribute(KEPT + name, value);
    }

    /** Empty when there is none, or it was taken before. */
    public <T> Optional<T> take(String name, Class<T> type) {
        var session = Optional.ofNullable(request.getSession(false));
        var found = session.map(memory -> memory.getAttribute(KEPT + name));
        session.ifPresent(memory -> memory.removeAttribute(KEPT + name));
        return found.filter(type::isInstance).map(type::cast);
    }
}
