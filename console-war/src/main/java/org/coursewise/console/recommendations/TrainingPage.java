package org.coursewise.console.recommendations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/training}: how far a training is, while it runs and after; and those of before. */
@Named("recommendationTraining")
@RequestScoped
public class TrainingPage {

    private static final Set<String> OPEN = Set.of("queued", "running");

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private @Nullable String id;
    private Map<String, Object> job = Map.of();
    private @Nullable Answer jobs;

    /**
     * A part of the work.
     *
     * @param name in words
     * @param progress from 0 to 1
     */
    public record Stage(String name, double progress) {

        public boolean isDone() {
            return progress >= 1;
        }
    }

    /** Also when the page asks by itself how far it is, which reads nothing of the page's but its address. */
    @PostConstruct
    void readAddress() {
        id = request.getParameter("id");
    }

    public void load() {
        if (id != null && !id.isBlank()) {
            job = api.get(Call.to("admin", "training-jobs", id)).body();
        }
        jobs = api.get(
                Call.to("admin", "training-jobs").with("limit", 20).with("cursor", request.getParameter("cursor")));
    }

    /** Whatever it has come to meanwhile: a running job changes every second. */
    public String cancel() {
        api.delete(Call.to("admin", "training-jobs", id == null ? "" : id), "*");
        notices.done("recommendations", "training.cancel-done");
        return "/recommendations/training?faces-redirect=true&includeViewParams=true";
    }

    public List<Stage> getStages() {
        var texts = Texts.of("recommendations", Language.of(request));
        return Json.list(job, "stages").stream()
                .map(stage -> {
                    var name = Json.text(stage, "name");
                    var progress = Json.number(stage, "progress");
                    var key = "stage." + name;
                    return new Stage(texts.has(key) ? texts.get(key) : name, progress == null ? 0 : progress);
                })
                .toList();
    }

    /** Neither ended nor unknown. */
    public boolean isOpen() {
        return OPEN.contains(Json.text(job, "status"));
    }

    public Map<String, Object> getJob() {
        return job;
    }

    public @Nullable Answer getJobs() {
        return jobs;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
