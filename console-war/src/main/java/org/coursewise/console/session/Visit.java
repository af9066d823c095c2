package org.coursewise.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.HttpApi;
import org.coursewise.console.api.SignedOutException;
import org.coursewise.console.web.Language;
import org.coursewise.console.web.Redirect;

/** The request at hand as the session it belongs to: who is there, and the API as them. */
@Named("visit")
@RequestScoped
public class Visit {

    private static final String SIGNED_IN = "org.coursewise.console.signed-in";

    @Inject
    HttpServletRequest request;

    /** Whoever is signed in, if anybody is; makes no session. */
    public static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(SIGNED_IN))
                .map(SignedIn.class::cast);
    }

    /** Puts somebody into a session of their own: one that was there ends, whoever's it was. */
    void begin(SignedIn person) {
        end();
        request.getSession(true).setAttribute(SIGNED_IN, person);
    }

    void end() {
        signedIn(request).ifPresent(SignedIn::logOut);
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    /** The API as whoever is signed in. */
    @Produces
    static Api api(HttpApi http, HttpServletRequest request) {
        return new Api(http, signedIn(request).orElseThrow(SignedOutException::new), Language.of(request));
    }

    /** To where somebody who is signed in begins. */
    public void home() {
        if (isThere()) {
            Redirect.to(isAdmin() ? "/overview" : "/courses/list");
        }
    }

    public boolean isThere() {
        return signedIn(request).isPresent();
    }

    public Map<String, Object> getUser() {
        return signedIn(request).map(SignedIn::user).orElse(Map.of());
    }

    public boolean isAdmin() {
        return signedIn(request).filter(person -> person.hasRole("admin")).isPresent();
    }

    /** An instructor works on courses of their own. */
    public boolean isTeaching() {
        return signedIn(request)
                .filter(person -> person.hasRole("admin") || person.hasRole("instructor"))
                .isPresent();
    }

    public Locale getLocale() {
        return Language.of(request);
    }
}
