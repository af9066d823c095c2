package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** What the audit page and its file are asked for: people by address or id, days in UTC with the last one in them. */
@RequestScoped
class AuditQuery {

    @Inject
    Names names;

    @Inject
    HttpServletRequest request;

    /** Empty when nobody has the address that was typed. */
    Optional<Call> call() {
        var by = who("by");
        var about = who("about");
        return by.isEmpty() || about.isEmpty()
                ? Optional.empty()
                : Optional.of(Call.to("admin", "audit-events")
                        .with("actor", by.get())
                        .with("subject", about.get())
                        .with("type", request.getParameter("type"))
                        .with("from", start(request.getParameter("from"), 0))
                        .with("to", start(request.getParameter("to"), 1)));
    }

    private Optional<String> who(String name) {
        var typed = request.getParameter(name);
        return typed == null || typed.isBlank() ? Optional.of("") : names.idOf(typed);
    }

    /** The API says what is wrong with a text that is no day. */
    static @Nullable String start(@Nullable String day, int daysLater) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day).plusDays(daysLater) + "T00:00:00Z";
        } catch (DateTimeException e) {
            return day;
        }
    }
}
