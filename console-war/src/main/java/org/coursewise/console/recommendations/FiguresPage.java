package org.coursewise.console.recommendations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.api.Problem;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/figures}: how recommendations do with learners, by model, by day, on trial and in the shadow. */
@Named("recommendationFigures")
@RequestScoped
public class FiguresPage {

    @Inject
    Api api;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private RunningModels models = new RunningModels(List.of());
    private List<Map<String, Object>> rows = List.of();
    private List<Map<String, Object>> days = List.of();
    private @Nullable Problem refused;

    public void load() {
        models = RunningModels.of(api);
        try {
            Answer answer = api.get(Call.to("admin", "recommendation-stats")
                    .with("from", getFrom())
                    .with("to", getTo()));
            rows = answer.items();
            days = answer.list("byDay");
        } catch (ApiException e) {
            if (e.problem().status() != 400) {
                throw e;
            }
            refused = e.problem();
        }
    }

    public String getFrom() {
        return Optional.ofNullable(request.getParameter("from")).orElse("");
    }

    public String getTo() {
        return Optional.ofNullable(request.getParameter("to")).orElse("");
    }

    /** The first of so many days that end today. */
    public LocalDate since(int count) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(count - 1L);
    }

    public long total(String figure) {
        return rows.stream().mapToLong(row -> count(row, figure)).sum();
    }

    public double getClickRate() {
        return share(total("clicks"), total("impressions"));
    }

    public double getFallbackShare() {
        var fallbacks = rows.stream()
                .mapToDouble(row -> count(row, "served") * rate(row, "fallbackShare"))
                .sum();
        return total("served") == 0 ? 0 : fallbacks / total("served");
    }

    /** How many enrolments come of a thousand courses that were seen. */
    public double perThousand(Map<String, Object> row) {
        return 1000 * share(count(row, "enrollments"), count(row, "impressions"));
    }

    public List<Map<String, Object>> getRows() {
        return rows;
    }

    public List<Map<String, Object>> getDays() {
        return days;
    }

    public double clickRate(Map<String, Object> day) {
        return share(count(day, "clicks"), count(day, "impressions"));
    }

    public RunningModels getModels() {
        return models;
    }

    public boolean isOnTrial() {
        return models.having("trial").isPresent();
    }

    /** Of the one in service and the one on trial; empty when there is none, or one of them has no figures yet. */
    public List<Map<String, Object>> getTrial() {
        var both = List.of("trial", "service").stream()
                .flatMap(role -> models.having(role).stream())
                .flatMap(model -> rowOf(Json.text(model, "version")).stream())
                .toList();
        return !isOnTrial() || both.size() < 2 ? List.of() : both;
    }

    public @Nullable ClickRates getTrialRates() {
        var both = getTrial();
        return both.isEmpty()
                ? null
                : ClickRates.of(
                        count(both.get(0), "clicks"),
                        count(both.get(0), "impressions"),
                        count(both.get(1), "clicks"),
                        count(both.get(1), "impressions"));
    }

    public String getTrialOutcome() {
        var rates = getTrialRates();
        return rates == null
                ? ""
                : "trial." + rates.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Models that made lists in the shadow. */
    public List<Map<String, Object>> getShadows() {
        return rows.stream().filter(row -> row.get("shadow") != null).toList();
    }

    public String getPlot() {
        var texts = Texts.of("recommendations", Language.of(request));
        var all = everyDay();
        var labels = all.stream().map(day -> Json.text(day, "day")).toList();
        return new LinePlot(labels, Language.of(request))
                .line(texts.get("figures.clicks"), counts(all, "clicks"), "accent")
                .line(texts.get("figures.enrollments"), counts(all, "enrollments"), "good")
                .lineOfShare(
                        texts.get("figures.click-rate"),
                        all.stream().map(this::clickRate).toList(),
                        "warn")
                .fromZero();
    }

    public @Nullable Problem getRefused() {
        return refused;
    }

    /** From the first to the last; one on which nothing was counted has its place, too. */
    private List<Map<String, Object>> everyDay() {
        if (days.isEmpty()) {
            return days;
        }
        var known = days.stream().collect(Collectors.toMap(day -> Json.text(day, "day"), day -> day));
        return LocalDate.parse(Json.text(days.get(0), "day"))
                .datesUntil(LocalDate.parse(Json.text(days.get(days.size() - 1), "day"))
                        .plusDays(1))
                .map(LocalDate::toString)
                .map(day -> known.getOrDefault(day, Map.of("day", day)))
                .toList();
    }

    private static List<Long> counts(List<Map<String, Object>> days, String figure) {
        return days.stream().map(day -> count(day, figure)).toList();
    }

    private Optional<Map<String, Object>> rowOf(String version) {
        return rows.stream()
                .filter(row -> version.equals(row.get("modelVersion")))
                .findFirst();
    }

    private static long count(Map<String, Object> row, String figure) {
        return row.get(figure) instanceof Number number ? number.longValue() : 0;
    }

    private static double rate(Map<String, Object> row, String figure) {
        return row.get(figure) instanceof Number number ? number.doubleValue() : 0;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
