package org.coursewise.jenkins;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A stage as it is written down; {@link FakeJenkins} runs it. */
final class Stage {

    final String name;
    final List<Stage> stages = new ArrayList<>();
    final Map<String, Closure<?>> post = new HashMap<>();
    final List<String> options = new ArrayList<>();
    boolean parallel;
    boolean agent;
    Closure<?> when;
    Closure<?> input;
    Closure<?> steps;

    private Stage(String name) {
        this.name = name;
    }

    /** The whole pipeline is read as a stage of stages. */
    static Stage pipeline(Object body) {
        var pipeline = new Stage("pipeline");
        new Directives("pipeline")
                .with("agent", pipeline::readAgent)
                .with("options", pipeline.options("disableConcurrentBuilds", "skipDefaultCheckout", "buildDiscarder"))
                .with("stages", arguments -> pipeline.readStages(arguments[0]))
                .with("post", pipeline::readPost)
                .read(body);
        pipeline.check();
        return pipeline;
    }

    private static Stage stage(Object[] arguments) {
        var stage = new Stage((String) arguments[0]);
        new Directives("stage " + stage.name)
                .with("agent", stage::readAgent)
                .with("when", body -> stage.when = (Closure<?>) body[0])
                .with("input", body -> stage.input = (Closure<?>) body[0])
                .with("options", stage.options("timeout"))
                .with("steps", body -> stage.steps = (Closure<?>) body[0])
                .with("stages", body -> stage.readStages(body[0]))
                .with("parallel", stage::readParallel)
                .with("post", stage::readPost)
                .read(arguments[1]);
        stage.check();
        return stage;
    }

    private void check() {
        if ((steps == null) == stages.isEmpty()) {
            throw new AssertionError("Stage " + name + " needs steps or stages, and not both");
        }
        if (parallel && stages.stream().anyMatch(branch -> branch.parallel)) {
            throw new AssertionError("Stage " + name + " has a parallel in a parallel");
        }
    }

    private void readStages(Object body) {
        new Directives("the stages of " + name)
                .with("stage", arguments -> stages.add(stage(arguments)))
                .read(body);
    }

    private void readParallel(Object[] body) {
        parallel = true;
        readStages(body[0]);
    }

    private void readAgent(Object[] arguments) {
        if ("none".equals(arguments[0])) {
            return;
        }
        new Directives("the agent of " + name)
                .with("label", label -> agent = true)
                .read(arguments[0]);
    }

    private void readPost(Object[] body) {
        var conditions = new Directives("the post of " + name);
        for (var condition : List.of("always", "success", "failure", "unsuccessful", "aborted", "cleanup")) {
            conditions.with(condition, steps -> post.put(condition, (Closure<?>) steps[0]));
        }
        conditions.read(body[0]);
    }

    private Consumer<Object[]> options(String... allowed) {
        var directives = new Directives("the options of " + name)
                // an argument of buildDiscarder, not an option
                .with("logRotator", ignored -> {});
        for (var option : allowed) {
            directives.with(option, ignored -> options.add(option));
        }
        return body -> directives.read(body[0]);
    }
}
