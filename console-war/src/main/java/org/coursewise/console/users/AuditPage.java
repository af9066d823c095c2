package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.jspecify.annotations.Nullable;

/** {@code /users/audit}: who did what. */
@Named("auditPage")
@RequestScoped
public class AuditPage {

    private static final int ROWS = 50;
    private static final List<String> TYPES = List.of(
            "logged-in",
            "log-in-failed",
            "throttled",
            "logged-out",
            "session-ended",
            "refresh-token-reused",
            "registered",
            "address-verified",
            "address-change-requested",
            "address-changed",
            "password-changed",
            "password-reset-requested",
            "password-reset",
            "factor-added",
            "factor-removed",
            "recovery-code-used",
            "recovery-codes-renewed",
            "user-changed",
            "roles-changed",
            "locked",
            "unlocked",
            "external-id-changed",
            "user-deleted",
            "data-exported",
            "users-imported",
            "client-created",
            "client-secret-added",
            "client-secret-removed",
            "client-deleted",
            "client-authentication-failed",
            "client-token-revoked",
            "signing-key-rotated",
            "signing-key-revoked",
            "audit-exported");

    @Inject
    Api api;

    @Inject
    AuditQuery query;

    @Inject
    AuditRows audit;

    @Inject
    HttpServletRequest request;

    private List<AuditRow> rows = List.of();
    private @Nullable String next;
    private boolean isNobody;

    public void load() {
        var call = query.call();
        isNobody = call.isEmpty();
        call.map(asked -> asked.with("cursor", request.getParameter("cursor")).with("limit", ROWS))
                .map(api::get)
                .ifPresent(this::show);
    }

    private void show(Answer answer) {
        rows = answer.items().stream().map(audit::row).toList();
        next = answer.nextCursor();
    }

    public List<String> getTypes() {
        return TYPES;
    }

    public List<AuditRow> getRows() {
        return rows;
    }

    public @Nullable String getNext() {
        return next;
    }

    /** Whether an address was typed that no account has. */
    public boolean isNobody() {
        return isNobody;
    }

    /** What the page was asked for, for the address of its file. */
    public String getQuery() {
        var asked = request.getQueryString();
        return asked == null ? "" : "?" + asked;
    }
}
