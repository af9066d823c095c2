package org.coursewise.console.reset;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.AuthApi;
import org.coursewise.console.link.LinkState;
import org.coursewise.console.link.LinkToken;
import org.jspecify.annotations.Nullable;

/** {@code /reset?token=…}: a new password, typed twice. What was typed is never shown again. */
@Named("reset")
@RequestScoped
public class ResetPage {

    private AuthApi api;
    private Map<String, String> parameters;
    private String newPassword = "";
    private String repeated = "";
    private @Nullable LinkState reached;
    private List<String> ownComplaints = List.of();
    private List<String> apiComplaints = List.of();

    @Inject
    ResetPage(AuthApi api, @RequestParameterMap Map<String, String> parameters) {
        this.api = api;
        this.parameters = parameters;
    }

    /** For CDI's proxy alone. */
    @SuppressWarnings("NullAway.Init")
    ResetPage() {}

    public void submit() {
        var token = LinkToken.in(parameters);
        if (token.isEmpty()) {
            reached = LinkState.INVALID;
            return;
        }
        var complaint = new NewPassword(newPassword, repeated).complaint();
        if (complaint.isPresent()) {
            reached = LinkState.REFUSED;
            ownComplaints = List.of(complaint.get());
            return;
        }
        var answer = api.resetPassword(token.get().value(), newPassword);
        reached = LinkState.after(answer.outcome());
        apiComplaints = answer.complaints();
    }

    public String getToken() {
        return LinkToken.in(parameters).map(LinkToken::value).orElse("");
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(@Nullable String newPassword) {
        this.newPassword = newPassword == null ? "" : newPassword;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated == null ? "" : repeated;
    }

    public boolean isOpen() {
        return state().open();
    }

    public String getState() {
        return state().key();
    }

    public boolean isComplaint() {
        return state() == LinkState.REFUSED;
    }

    /** Keys of our own texts. */
    public List<String> getOwnComplaints() {
        return ownComplaints;
    }

    /** Sentences as the API wrote them. */
    public List<String> getApiComplaints() {
        return apiComplaints;
    }

    private LinkState state() {
        if (reached != null) {
            return reached;
        }
        return LinkToken.in(parameters).isPresent() ? LinkState.ASK : LinkState.INVALID;
    }
}
