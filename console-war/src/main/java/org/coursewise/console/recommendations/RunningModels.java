package org.coursewise.console.recommendations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;

/**
 * The models there are, the newest first, and what each of them does now.
 *
 * @param all as the API shows them
 */
public record RunningModels(List<Map<String, Object>> all) {

    private static final int MORE_THAN_ARE_KEPT = 100;

    static RunningModels of(Api api) {
        return new RunningModels(api.get(Call.to("admin", "models").with("limit", MORE_THAN_ARE_KEPT))
                .items());
    }

    /** What a model does: service, trial, shadow, or nothing. */
    public static String role(Map<String, Object> model) {
        if (Json.isTrue(model, "inService")) {
            return "service";
        }
        if (model.get("trialShare") != null) {
            return "trial";
        }
        return model.get("shadowShare") == null ? "" : "shadow";
    }

    public Optional<Map<String, Object>> inService() {
        return having("service");
    }

    public Optional<Map<String, Object>> having(String role) {
        return all.stream().filter(model -> role(model).equals(role)).findFirst();
    }

    /** Those in memory, which can be asked for an answer: the one in service first. */
    public List<Map<String, Object>> running() {
        return List.of("service", "trial", "shadow").stream()
                .flatMap(role -> having(role).stream())
                .toList();
    }

    /** The role of one of them; empty for one that has none, or that is not there. */
    public String roleOf(String version) {
        return all.stream()
                .filter(model -> version.equals(model.get("version")))
                .findFirst()
                .map(RunningModels::role)
                .orElse("");
    }
}
