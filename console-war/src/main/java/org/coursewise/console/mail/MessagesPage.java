package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** {@code /mail/messages?status&to&template&cursor}: which mails there are and what became of each. */
@Named("mailMessages")
@RequestScoped
public class MessagesPage {

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private List<Map<String, Object>> rows = List.of();
    private List<String> templates = List.of();
    private @Nullable String nextCursor;
    private boolean isAddressWrong;

    public void load() {
        templates = api.get(Call.to("templates")).items().stream()
                .map(row -> String.valueOf(row.get("name")))
                .distinct()
                .toList();
        var call = Call.to("messages");
        for (var filter : List.of("status", "to", "template", "cursor")) {
            call = call.with(filter, stripped(filter));
        }
        try {
            var answer = api.get(call);
            rows = answer.items();
            nextCursor = answer.nextCursor();
        } catch (ApiException e) {
            isAddressWrong = e.problem().errors().stream().anyMatch(error -> "to".equals(error.field()));
            if (!isAddressWrong) {
                throw e;
            }
        }
    }

    private @Nullable String stripped(String name) {
        var value = request.getParameter(name);
        return value == null ? null : value.strip();
    }

    public List<Map<String, Object>> getRows() {
        return rows;
    }

    public List<String> getTemplates() {
        return templates;
    }

    public @Nullable String getNextCursor() {
        return nextCursor;
    }

    /** Half an address finds nothing, and the API says so. */
    public boolean isAddressWrong() {
        return isAddressWrong;
    }
}
