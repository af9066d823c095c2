package org.coursewise.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.layout.Plot;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.overview.Issues.Issue;
import org.coursewise.console.session.Visit;
import org.jspecify.annotations.Nullable;

/**
 * {@code /overview}: what needs somebody, how the three services are, and what happened in the last weeks. A service that
 * is down spoils its own part alone.
 */
@Named("overview")
@RequestScoped
public class OverviewPage {

    private static final List<String> SERVICES = List.of("auth", "course", "email");
    private static final int DAYS = 30;

    @Inject
    Api api;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    private List<Service> services = List.of();
    private List<Issue> issues = List.of();
    private List<Part> parts = List.of();
    private Map<String, Object> model = Map.of();

    /**
     * A plot with its heading.
     *
     * @param plot null when its service does not answer
     */
    public record Part(String name, @Nullable Plot plot) {}

    public void load() {
        if (!visit.isAdmin()) {
            visit.home();
            return;
        }
        var texts = Texts.of("overview", visit.getLocale());
        services = SERVICES.stream()
                .map(name -> new Service(name, answer(Call.to("admin", "status", name))))
                .toList();
        issues = Issues.of(services, texts);
        parts = List.of(
                part(texts, "people", Call.to("admin", "user-stats"), "day", "registered"),
                part(texts, "enrolments", Call.to("admin", "enrollment-stats"), "day", "enrolled", "completed"),
                part(texts, "mails", Call.to("stats"), "key", "sent", "deferred", "bounced", "failed"),
                part(texts, "recommendations", Call.to("admin", "recommendation-stats"), "day", "served", "clicks"));
        model = Json.list(answer(Call.to("admin", "models").with("limit", 20)), "items").stream()
                .filter(each -> Boolean.TRUE.equals(each.get("inService")))
                .findFirst()
                .orElse(Map.of());
    }

    private Part part(Texts texts, String name, Call call, String label, String... fields) {
        var today = LocalDate.now(clock);
        var first = today.minusDays(DAYS - 1L);
        var answer = answer(call.with("from", first).with("to", today));
        var named = new LinkedHashMap<String, String>();
        List.of(fields).forEach(field -> named.put(field, texts.get(field)));
        return new Part(
                texts.get(name),
                answer.isEmpty()
                        ? null
                        : Plot.ofDays(texts.get(name), Json.list(answer, "byDay"), label, named, first, today));
    }

    private Map<String, Object> answer(Call call) {
        try {
            return api.get(call).body();
        } catch (ApiException e) {
            return Map.of();
        }
    }

    public List<Service> getServices() {
        return services;
    }

    public List<Issue> getIssues() {
        return issues;
    }

    public List<Part> getParts() {
        return parts;
    }

    /** The one in service; empty when there is none. */
    public Map<String, Object> getModel() {
        return model;
    }
}
