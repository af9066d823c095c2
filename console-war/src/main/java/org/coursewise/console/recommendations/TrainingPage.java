package org.coursewise.console.recommendations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.job.Job;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/training}: how far a training is, while it runs and after; and those of before. */
@Named("recommendationTraining")
@RequestScoped
public class TrainingPage {

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String id = "";
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

    /** Of the page's address, which is all that is read when the page asks by itself how far it is. */
    @PostConstruct
    void readAddress() {
        id = Objects.toString(request.getParameter("id"), "");
    }

    public void load() {
        if (!id.isBlank()) {
            job = api.get(Call.to("admin", "training-jobs", id)).body();
        }
        jobs = api.get(
                Call.to("admin", "training-jobs").with("limit", 20).with("cursor", request.getParameter("cursor")));
    }

    /** Whatever it has come to meanwhile: a running job changes every second. */
    public String cancel() {
        api.delete(Call.to("admin", "training-jobs", id), "*");
        notices.done("recommendations", "training.cancel-done");
        return "/recommendations/training?faces-redirect=true&id=" + id;
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
        return Job.isGoing(job);
    }

    public Map<String, Object> getJob() {
        return job;
    }

    public @Nullable Answer getJobs() {
        return jobs;
    }
}
