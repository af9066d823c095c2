package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /mail/suppressions?address&cursor}: addresses that are not written to, and why. */
@Named("mailSuppressions")
@RequestScoped
public class SuppressionsPage {

    private static final String FEATURE = "mail";
    private static final String SUPPRESSIONS = "suppressions";
    private static final String AGAIN = "/mail/suppressions?faces-redirect=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private List<Map<String, Object>> rows = List.of();
    private @Nullable String nextCursor;
    private boolean isWhole = true;
    private String address = "";
    private String reason = "";
    private FieldComplaints complaints = FieldComplaints.NONE;

    public void load() {
        var list = new SuppressionList(api);
        var searched = parameter("address");
        if (searched.isBlank()) {
            var answer = list.page(request.getParameter("cursor"));
            rows = answer.items();
            nextCursor = answer.nextCursor();
        } else {
            var found = list.search(searched);
            rows = found.rows();
            isWhole = found.isWhole();
        }
    }

    public @Nullable String add() {
        try {
            api.post(Call.to(SUPPRESSIONS), Map.of("address", address.strip(), "reason", reason.strip()));
        } catch (ApiException e) {
            complaints = FieldComplaints.of(e.problem());
            if (!complaints.areAllOf("address", "reason")) {
                throw e;
            }
            return null;
        }
        notices.done(FEATURE, "suppressions.added", address.strip());
        return AGAIN;
    }

    public String remove() {
        var removed = parameter("removed");
        api.delete(Call.to(SUPPRESSIONS, removed), null);
        notices.done(FEATURE, "suppressions.removed", removed);
        return AGAIN;
    }

    /** Whose removal is asked about; also after the API has refused it. */
    public String getAsked() {
        var asked = parameter("remove");
        return asked.isEmpty() ? parameter("removed") : asked;
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public List<Map<String, Object>> getRows() {
        return rows;
    }

    public @Nullable String getNextCursor() {
        return nextCursor;
    }

    /** Whether a search has looked at all of the list. */
    public boolean isWhole() {
        return isWhole;
    }

    public FieldComplaints getComplaints() {
        return complaints;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
