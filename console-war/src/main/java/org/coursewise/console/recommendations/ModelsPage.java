package org.coursewise.console.recommendations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.job.Job;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/models}: how good the models are, which one serves, and the button that trains another. */
@Named("recommendationModels")
@RequestScoped
public class ModelsPage {

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private RunningModels models = new RunningModels(List.of());
    private List<Map<String, Object>> open = List.of();

    public void load() {
        models = RunningModels.of(api);
        open = api.get(Call.to("admin", "training-jobs").with("limit", 10)).items().stream()
                .filter(Job::isGoing)
                .toList();
    }

    /** Asks for a training, and goes to where it is watched. */
    public String train() {
        var job = api.post(Call.to("admin", "training-jobs"), Map.of());
        notices.done("recommendations", "training.asked");
        return "/recommendations/training?faces-redirect=true&id=" + job.made();
    }

    public RunningModels getModels() {
        return models;
    }

    /** Trainings that are not over. */
    public List<Map<String, Object>> getOpen() {
        return open;
    }

    /** NDCG@10 of each model with its interval, from the oldest to the newest. */
    public String getQualityPlot() {
        var intervals = new ArrayList<@Nullable List<Double>>();
        fromOldest().forEach(model -> intervals.add(interval(Json.object(model, "metrics"))));
        return new LinePlot(labels(), Language.of(request))
                .line(text("metric.ndcg"), values("ndcg"), "accent")
                .intervals(text("models.interval"), intervals, "line")
                .near();
    }

    public String getCoveragePlot() {
        return new LinePlot(labels(), Language.of(request))
                .line(text("metric.coverage"), values("coverage"), "good")
                .ofShares();
    }

    private List<Map<String, Object>> fromOldest() {
        var ordered = new ArrayList<>(models.all());
        Collections.reverse(ordered);
        return ordered;
    }

    private List<String> labels() {
        return fromOldest().stream()
                .map(model -> shortened(Json.text(model, "version")))
                .toList();
    }

    /** A version is a time to the millisecond; a label says its month, day, hour and minute. */
    private static String shortened(String version) {
        return version.length() < 13
                ? version
                : version.substring(4, 6) + "-" + version.substring(6, 8) + " " + version.substring(9, 11) + ":"
                        + version.substring(11, 13);
    }

    private List<@Nullable Double> values(String name) {
        var values = new ArrayList<@Nullable Double>();
        fromOldest().forEach(model -> values.add(Json.number(Json.object(model, "metrics"), name)));
        return values;
    }

    private static @Nullable List<Double> interval(Map<String, Object> metrics) {
        var low = Json.number(metrics, "ndcgLow");
        var high = Json.number(metrics, "ndcgHigh");
        return low == null || high == null ? null : List.of(low, high);
    }

    private String text(String key) {
        return Texts.of("recommendations", Language.of(request)).get(key);
    }
}
