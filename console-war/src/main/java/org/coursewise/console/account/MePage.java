package org.coursewise.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /account/me}: who is signed in, and where else they are. */
@Named("mePage")
@RequestScoped
public class MePage {

    private static final Call SESSIONS = Call.to("users", "me", "sessions");
    private static final String SAME_PAGE = "/account/me?faces-redirect=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private Map<String, Object> me = Map.of();
    private @Nullable Answer sessions;

    public void load() {
        me = api.get(Call.to("users", "me")).body();
        sessions = api.get(SESSIONS.with("limit", 50).with("cursor", request.getParameter("cursor")));
    }

    /** The one whose button was pressed. */
    public String endSession() {
        api.delete(Call.to("users", "me", "sessions", request.getParameter("session")), null);
        notices.done("account", "session.ended");
        return SAME_PAGE;
    }

    public String endOthers() {
        api.delete(SESSIONS, null);
        notices.done("account", "sessions.ended");
        return SAME_PAGE;
    }

    public Map<String, Object> getMe() {
        return me;
    }

    public List<Map<String, Object>> getSessions() {
        return sessions == null ? List.of() : sessions.items();
    }

    public @Nullable String getNext() {
        return sessions == null ? null : sessions.nextCursor();
    }
}
