package org.coursewise.console.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coursewise.console.web.Language;

/**
 * What was done, said once on the next page that is shown: an act ends with a redirect, so that nobody does it again by
 * loading the page anew.
 */
@Named("notices")
@RequestScoped
public class Notices {

    private static final String KEPT = "org.coursewise.console.notices";

    @Inject
    HttpServletRequest request;

    /**
     * @param feature whose texts it is in
     * @param values that stand in the text
     */
    public void done(String feature, String key, Object... values) {
        var waiting = new ArrayList<>(waiting());
        waiting.add(Texts.of(feature, Language.of(request)).get(key, values));
        request.getSession(true).setAttribute(KEPT, List.copyOf(waiting));
    }

    /** Those not shown yet; they count as shown by this. */
    public List<String> getTaken() {
        var found = waiting();
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(KEPT));
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<String> waiting() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (List<String>) session.getAttribute(KEPT))
                .orElse(List.of());
    }
}
