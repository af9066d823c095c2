package org.coursewise.console.recommendations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.layout.Format;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.web.Redirect;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/model}: one model beside the one in service, and everything that can be done with it. */
@Named("recommendationModel")
@RequestScoped
public class ModelPage {

    private static final String FEATURE = "recommendations";
    private static final String HERE = "/recommendations/model?faces-redirect=true&includeViewParams=true";
    private static final double PER_CENT = 100;

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private @Nullable String version;
    private double trialPercent = 10;
    private double shadowPercent = 20;
    private Map<String, Object> model = Map.of();
    private RunningModels models = new RunningModels(List.of());
    private List<FigureRow> figures = List.of();
    private @Nullable Answer never;

    public void load() {
        if (version == null || version.isBlank()) {
            Redirect.to("/recommendations/models");
            return;
        }
        model = api.get(path()).body();
        models = RunningModels.of(api);
        figures = FigureRow.of(metrics(), isServing() ? Map.of() : served(), format);
        never = neverRecommended();
    }

    public String promote() {
        api.put(path("promotion"), null, null);
        notices.done(FEATURE, "model.promoted", named());
        return HERE;
    }

    public String beginTrial() {
        api.put(path("trial"), Map.of("share", trialPercent / PER_CENT), null);
        notices.done(FEATURE, "model.trial-begun", named(), format.share(trialPercent / PER_CENT));
        return HERE;
    }

    public String endTrial() {
        api.delete(path("trial"), null);
        notices.done(FEATURE, "model.trial-ended", named());
        return HERE;
    }

    public String beginShadow() {
        api.put(path("shadow"), Map.of("share", shadowPercent / PER_CENT), null);
        notices.done(FEATURE, "model.shadow-begun", named(), format.share(shadowPercent / PER_CENT));
        return HERE;
    }

    public String endShadow() {
        api.delete(path("shadow"), null);
        notices.done(FEATURE, "model.shadow-ended", named());
        return HERE;
    }

    /** Null where the API does not say. */
    private @Nullable Answer neverRecommended() {
        try {
            return api.get(
                    path("unrecommended-courses").with("limit", 20).with("cursor", request.getParameter("cursor")));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return null;
            }
            throw e;
        }
    }

    private Call path(String... more) {
        return Call.to("admin", "models", named()).below(more);
    }

    private String named() {
        return version == null ? "" : version;
    }

    private Map<String, Object> metrics() {
        return Json.object(model, "metrics");
    }

    private Map<String, Object> served() {
        return Json.object(model, "metricsInService");
    }

    public boolean isServing() {
        return Json.isTrue(model, "inService");
    }

    /** Whether it is older than the one in service, so that putting it into service is a step back. */
    public boolean isOlder() {
        return named().compareTo(getServedVersion()) < 0;
    }

    /** Empty when none is. */
    public String getServedVersion() {
        return models.inService().map(served -> Json.text(served, "version")).orElse("");
    }

    /** The version of the one on trial now, this one or another; empty when there is none. */
    public String getOnTrial() {
        return models.having("trial").map(other -> Json.text(other, "version")).orElse("");
    }

    public String getInShadow() {
        return models.having("shadow").map(other -> Json.text(other, "version")).orElse("");
    }

    public String getVerdict() {
        return Verdict.of(metrics(), served(), getServedVersion()).key();
    }

    public Map<String, Object> getComparison() {
        return Json.object(metrics(), "comparison");
    }

    public Map<String, Object> getModel() {
        return model;
    }

    public List<FigureRow> getFigures() {
        return figures;
    }

    public @Nullable Answer getNever() {
        return never;
    }

    public String getRole() {
        return RunningModels.role(model);
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    public double getTrialPercent() {
        return trialPercent;
    }

    public void setTrialPercent(double percent) {
        trialPercent = percent;
    }

    public double getShadowPercent() {
        return shadowPercent;
    }

    public void setShadowPercent(double percent) {
        shadowPercent = percent;
    }
}
