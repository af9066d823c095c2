package org.coursewise.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.HttpApi;
import org.coursewise.console.api.SessionApi;
import org.coursewise.console.web.Language;
import org.coursewise.console.web.Place;
import org.coursewise.console.web.Redirect;
import org.jspecify.annotations.Nullable;

/**
 * {@code /login?next=…}: address and password, and where there is a second factor its code, all in one form. Whoever has
 * nothing to do in the console is told so and stays outside.
 */
@Named("login")
@RequestScoped
public class LogInPage {

    private static final String OVERVIEW = "/overview";
    private static final String COURSES = "/courses/list";
    private static final String WAITING = "org.coursewise.console.waiting";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_DEVICE = 500;
    private static final String UNKNOWN = "login.failed";

    /** What the API may say, each with words of our own. */
    private static final Set<String> REASONS = Set.of(
            "invalid-credentials",
            "verification-required",
            "second-factor-required",
            "invalid-code",
            "account-locked",
            "throttled",
            "unreachable");

    /** Somebody who has typed the right password and looks for their second factor: nobody types it twice. */
    private record Waiting(String email, String password, Instant until) {}

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    @Inject
    SessionApi sessions;

    @Inject
    HttpApi http;

    @Inject
    Clock clock;

    private String email = "";
    private String password = "";
    private @Nullable String complaint;

    public void logIn() {
        var code = Optional.ofNullable(request.getParameter("code")).orElse("");
        var who = code.isBlank()
                ? new Waiting(email.strip(), password, clock.instant().plus(PATIENCE))
                : waiting();
        try {
            var device = device();
            var tokens = sessions.logIn(who.email(), who.password(), code.isBlank() ? null : code.strip(), device);
            var person = new SignedIn(sessions, clock, tokens, device);
            person.knownAs(new Api(http, person, Language.of(request))
                    .get(Call.to("users", "me"))
                    .body());
            if (!person.hasRole("admin") && !person.hasRole("instructor")) {
                person.logOut();
                complaint = "login.nothing-here";
                return;
            }
            visit.begin(person);
            Redirect.to(Place.ours(request.getParameter("next"), person.hasRole("admin") ? OVERVIEW : COURSES));
        } catch (ApiException e) {
            var reason = e.problem().code();
            complaint = REASONS.contains(reason) ? "login." + reason : UNKNOWN;
            if (isCodeAsked()) {
                request.getSession(true).setAttribute(WAITING, who);
            }
        }
    }

    /** What the browser calls itself, as far as it may stand in a header. */
    private String device() {
        var named = Optional.ofNullable(request.getHeader("User-Agent")).orElse("Coursewise console");
        return named.substring(0, Math.min(LONGEST_DEVICE, named.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Whose password was right a moment ago; nobody, who then is refused as such, when that is too long ago. */
    private Waiting waiting() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Waiting) session.getAttribute(WAITING))
                .filter(person -> clock.instant().isBefore(person.until()))
                .orElseGet(() -> new Waiting(email.strip(), password, clock.instant()));
    }

    /** Whether a code is asked for: from the moment that the API has said so. */
    public boolean isCodeAsked() {
        return List.of("login.second-factor-required", "login.invalid-code").contains(getComplaint());
    }

    public String getComplaint() {
        return complaint == null ? "" : complaint;
    }

    public String getNext() {
        return Optional.ofNullable(request.getParameter("next")).orElse("");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
