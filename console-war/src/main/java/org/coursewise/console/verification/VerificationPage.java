package org.coursewise.console.verification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.coursewise.console.api.ApiAnswer.Outcome;
import org.coursewise.console.api.AuthApi;
import org.coursewise.console.link.LinkState;
import org.coursewise.console.link.LinkToken;
import org.jspecify.annotations.Nullable;

/**
 * {@code /verify?token=…}: opening it changes nothing, because mail scanners open links too. The page's form does, sent
 * by its script once somebody sees the page, or by its button.
 */
@Named("verification")
@RequestScoped
public class VerificationPage {

    private AuthApi api;
    private Map<String, String> parameters;
    private @Nullable LinkState reached;

    @Inject
    VerificationPage(AuthApi api, @RequestParameterMap Map<String, String> parameters) {
        this.api = api;
        this.parameters = parameters;
    }

    /** For CDI's proxy alone. */
    @SuppressWarnings("NullAway.Init")
    VerificationPage() {}

    public void confirm() {
        var outcome = LinkToken.in(parameters)
                .map(token -> api.confirmEmail(token.value()).outcome())
                .orElse(Outcome.INVALID_TOKEN);
        // there is no input but the token: whatever the API refuses is the link
        reached = outcome == Outcome.REFUSED ? LinkState.INVALID : LinkState.after(outcome);
    }

    public String getToken() {
        return LinkToken.in(parameters).map(LinkToken::value).orElse("");
    }

    public boolean isOpen() {
        return state().open();
    }

    public String getState() {
        return state().key();
    }

    private LinkState state() {
        if (reached != null) {
            return reached;
        }
        return LinkToken.in(parameters).isPresent() ? LinkState.ASK : LinkState.INVALID;
    }
}
