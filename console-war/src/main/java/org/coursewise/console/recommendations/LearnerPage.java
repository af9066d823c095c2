package org.coursewise.console.recommendations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.coursewise.console.api.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /recommendations/learner}: what somebody would be recommended and why, by one model or by two side by side. */
@Named("recommendedLearner")
@RequestScoped
public class LearnerPage {

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private LearnerQuery asked = new LearnerQuery("", "", "", "", 0, "");
    private List<Map<String, Object>> people = List.of();
    private boolean isCut;
    private Map<String, Object> account = Map.of();
    private RunningModels models = new RunningModels(List.of());
    private SeenCourse seen = SeenCourse.none();
    private History history = History.none();
    private @Nullable RecommendedList list;
    private @Nullable RecommendedList other;
    private @Nullable Problem otherProblem;

    public void load() {
        asked = LearnerQuery.of(request);
        if (!asked.query().isEmpty()) {
            var found = api.get(
                    Call.to("admin", "users").with("query", asked.query()).with("limit", 20));
            people = found.items();
            isCut = found.nextCursor() != null;
        }
        if (!asked.learner().isEmpty()) {
            account = accountOf(asked.learner());
            models = RunningModels.of(api);
            seen = asked.isOfCoursePage() ? SeenCourse.of(api, asked.courseId()) : SeenCourse.none();
            history = History.of(api, asked.learner());
            if (!asked.isOfCoursePage() || seen.isOne()) {
                recommend();
            }
        }
    }

    private void recommend() {
        var titles = new CourseTitles(api);
        history.courses().forEach(course -> titles.know(course.id(), course.title()));
        var mine = RecommendedList.of(answered().body(), titles::of);
        list = mine;
        if (!asked.against().isEmpty()) {
            try {
                var theirs = RecommendedList.of(answer(asked.against()).body(), titles::of);
                list = mine.comparedWith(theirs);
                other = theirs.comparedWith(mine);
            } catch (ApiException e) {
                otherProblem = e.problem();
            }
        }
    }

    /**
     * What the learner would get. Asked for by the model's version it is counted nowhere, so that looking does not change
     * the figures; while a model is on trial only the API knows which of two answers this learner.
     */
    private Answer answered() {
        var version = models.inService()
                .map(model -> Json.text(model, "version"))
                .filter(none -> models.having("trial").isEmpty());
        try {
            return answer(version.orElse(null));
        } catch (ApiException e) {
            if (version.isEmpty() || e.problem().status() != 400) {
                throw e;
            }
            // put into service this second, and not in every replica's memory yet
            return answer(null);
        }
    }

    private Answer answer(@Nullable String modelVersion) {
        return api.get(Call.to("learners", asked.learner(), "recommendations")
                .with("scenario", asked.scenario())
                .with("courseId", seen.isOne() ? seen.id() : null)
                .with("limit", asked.limit())
                .with("modelVersion", modelVersion));
    }

    /** Empty for who is known from an import alone. */
    private Map<String, Object> accountOf(String learner) {
        try {
            return api.get(Call.to("admin", "users", learner)).body();
        } catch (ApiException e) {
            if (e.problem().status() < 500) {
                return Map.of();
            }
            throw e;
        }
    }

    public LearnerQuery getAsked() {
        return asked;
    }

    public List<String> getScenarios() {
        return LearnerQuery.SCENARIOS;
    }

    public List<Integer> getLimits() {
        return LearnerQuery.LIMITS;
    }

    public List<Map<String, Object>> getPeople() {
        return people;
    }

    /** Whether more people were found than are shown. */
    public boolean isCut() {
        return isCut;
    }

    public Map<String, Object> getAccount() {
        return account;
    }

    /** Whom the page is about, in words; empty before anybody was chosen. */
    public String getName() {
        var name = Json.text(account, "displayName");
        return name.isBlank() ? asked.learner() : name;
    }

    public RunningModels getModels() {
        return models;
    }

    /** Models that this list can be compared with. */
    public List<Map<String, Object>> getOthers() {
        var mine = Optional.ofNullable(list).map(RecommendedList::modelVersion).orElse("");
        return models.running().stream()
                .filter(model -> !mine.equals(model.get("version")))
                .toList();
    }

    public SeenCourse getSeen() {
        return seen;
    }

    public boolean isCourseMissing() {
        return asked.isOfCoursePage() && !seen.isOne();
    }

    public History getHistory() {
        return history;
    }

    /** Null while it is not known what to ask for. */
    public @Nullable RecommendedList getList() {
        return list;
    }

    /** Null when nothing is compared. */
    public @Nullable RecommendedList getOther() {
        return other;
    }

    /** Why the other model does not answer; null when it does. */
    public @Nullable Problem getOtherProblem() {
        return otherProblem;
    }

    public List<Integer> ledTo(String course) {
        return list == null ? List.of() : list.ledTo(course);
    }
}
