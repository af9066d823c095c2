package org.coursewise.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.ShownOnce;
import org.jspecify.annotations.Nullable;

/** The second factor on {@code /account/me}: set up with an authenticator app, renew its recovery codes, do without. */
@Named("factorPart")
@RequestScoped
public class FactorPart {

    private static final String SETTING_UP = "org.coursewise.console.factor";
    private static final String RECOVERY_CODES = "recovery-codes";
    private static final String SAME_PAGE = "/account/me?faces-redirect=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    ShownOnce shownOnce;

    @Inject
    HttpServletRequest request;

    private Map<String, Object> verified = Map.of();
    private @Nullable Pending pending;
    private List<String> recoveryCodes = List.of();
    private @Nullable String code;

    /** What the app is told; it stays on the page until the app's first code, for one may mistype it. */
    public record Pending(String id, String secret, String uri) {

        /** In groups of four, as one reads them off. */
        public String spelled() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }

        public QrCode code() {
            return QrCode.of(uri);
        }
    }

    public void load() {
        var factors = api.get(path()).items();
        verified = factors.stream()
                .filter(factor -> Boolean.TRUE.equals(factor.get("verified")))
                .findFirst()
                .orElse(Map.of());
        pending = kept().filter(
                        each -> factors.stream().anyMatch(factor -> each.id().equals(factor.get("id"))))
                .orElse(null);
        recoveryCodes = shownOnce
                .take(RECOVERY_CODES, List.class)
                .map(FactorPart::texts)
                .orElse(List.of());
    }

    public String begin() {
        var made = api.post(path(), Map.of("type", "totp"));
        keep(new Pending(
                String.valueOf(made.text("id")),
                String.valueOf(made.text("secret")),
                String.valueOf(made.text("otpauthUri"))));
        return SAME_PAGE;
    }

    public String verify() {
        var id = kept().map(Pending::id).orElse("");
        showCodes(api.post(
                path(id, "verifications"),
                Map.of("code", Optional.ofNullable(code).orElse("").strip())));
        keep(null);
        notices.done("account", "factor.verified");
        return SAME_PAGE;
    }

    public String giveUp() {
        var id = kept().map(Pending::id).orElse("");
        keep(null);
        api.delete(path(id), null);
        return SAME_PAGE;
    }

    public String renewCodes() {
        showCodes(api.post(path(String.valueOf(request.getParameter("factor")), "recovery-codes"), null));
        return SAME_PAGE;
    }

    public String remove() {
        api.delete(path(String.valueOf(request.getParameter("factor"))), null);
        notices.done("account", "factor.removed");
        return SAME_PAGE;
    }

    private void showCodes(Answer answer) {
        shownOnce.keep(RECOVERY_CODES, texts((List<?>) answer.body().getOrDefault("recoveryCodes", List.of())));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static Call path(String... more) {
        var segments = new ArrayList<>(List.of("users", "me", "factors"));
        segments.addAll(List.of(more));
        return Call.to(segments.toArray(String[]::new));
    }

    private Optional<Pending> kept() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Pending) session.getAttribute(SETTING_UP));
    }

    private void keep(@Nullable Pending factor) {
        request.getSession(true).setAttribute(SETTING_UP, factor);
    }

    /** The factor that log-in asks for; empty where there is none. */
    public Map<String, Object> getVerified() {
        return verified;
    }

    public @Nullable Pending getPending() {
        return pending;
    }

    /** On the one page that shows them; else empty. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
