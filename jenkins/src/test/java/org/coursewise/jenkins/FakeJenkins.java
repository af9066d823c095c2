package org.coursewise.jenkins;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * Runs a Jenkinsfile on the Groovy of Jenkins, with steps that only note what they were asked. It knows the part of the
 * declarative language and the steps that the Jenkinsfile uses; whatever else stands there is refused.
 */
final class FakeJenkins {

    /** What the fake credentials hold; must never be seen in a command. */
    static final String SECRET = "hunter2";

    final List<String> stages = new ArrayList<>();
    final List<String> commands = new ArrayList<>();
    final List<String> testReports = new ArrayList<>();
    final List<String> credentials = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final Map<String, Object> environment = new TreeMap<>();
    String result = "SUCCESS";
    Stage pipeline;

    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> failing = new ArrayList<>();
    private final List<String> stashes = new ArrayList<>();
    private final Steps binding = new Steps();
    private boolean declines;
    private boolean onAgent;
    private boolean checkedOut;
    private Script script;

    static FakeJenkins onBranch(String branch) {
        var jenkins = new FakeJenkins();
        jenkins.environment.put("BRANCH_NAME", branch);
        return jenkins;
    }

    /** What a command that holds these words prints. */
    FakeJenkins answering(String words, String output) {
        answers.put(words, output);
        return this;
    }

    FakeJenkins failingAt(String words) {
        failing.add(words);
        return this;
    }

    FakeJenkins declining() {
        declines = true;
        return this;
    }

    FakeJenkins run(Path jenkinsfile) throws IOException {
        script = new GroovyShell(binding).parse(jenkinsfile.toFile());
        script.run();
        try {
            run(pipeline);
        } catch (Stopped stopped) {
            result = stopped.result;
        }
        return this;
    }

    private void run(Stage stage) {
        // As in Jenkins: options, then input and when, then the agent
        if (stage.when != null && !holds(stage.when)) {
            return;
        }
        if (stage != pipeline) {
            stages.add(stage.name);
        }
        var before = onAgent;
        if (stage.agent) {
            onAgent = true;
            checkedOut = false;
        }
        try {
            runWithPost(stage);
        } finally {
            onAgent = before;
        }
    }

    private void runWithPost(Stage stage) {
        Stopped stopped = null;
        try {
            if (stage.input != null) {
                ask(stage.input);
            }
            if (stage.steps != null) {
                Directives.run(stage.steps, script);
            } else if (stage.parallel) {
                inParallel(stage.stages.stream()
                        .<Runnable>map(branch -> () -> run(branch))
                        .toList());
            } else {
                stage.stages.forEach(this::run);
            }
        } catch (Stopped reason) {
            stopped = reason;
        }
        post(stage, "always");
        if (stopped == null) {
            post(stage, "success");
        } else {
            post(stage, stopped.result.equals("ABORTED") ? "aborted" : "failure");
            post(stage, "unsuccessful");
        }
        post(stage, "cleanup");
        if (stopped != null) {
            throw stopped;
        }
    }

    private void post(Stage stage, String condition) {
        if (stage.post.containsKey(condition)) {
            Directives.run(stage.post.get(condition), script);
        }
    }

    private static void inParallel(List<Runnable> branches) {
        Stopped first = null;
        for (var branch : branches) {
            try {
                branch.run();
            } catch (Stopped stopped) {
                first = first == null ? stopped : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean holds(Closure<?> when) {
        var holds = new boolean[] {true};
        new Directives("when")
                .with("beforeAgent", ignored -> {})
                .with("beforeInput", ignored -> {})
                .with("branch", name -> holds[0] &= name[0].equals(environment.get("BRANCH_NAME")))
                .with("expression", body -> holds[0] &= truth(Directives.run((Closure<?>) body[0], script)))
                .read(when);
        return holds[0];
    }

    private static boolean truth(Object value) {
        return DefaultTypeTransformation.castToBoolean(value);
    }

    private void ask(Closure<?> input) {
        if (onAgent) {
            throw new AssertionError("A question keeps an agent waiting");
        }
        new Directives("input")
                .with("message", ignored -> {})
                .with("ok", ignored -> {})
                .with("submitter", ignored -> {})
                .with("submitterParameter", name -> environment.put((String) name[0], "ada"))
                .read(input);
        if (declines) {
            throw new Stopped("ABORTED");
        }
    }

    /** The steps, and the variables of the build. */
    private final class Steps extends Binding {

        Steps() {
            step("pipeline", arguments -> pipeline = Stage.pipeline(arguments[0]));
            step("script", arguments -> Directives.run((Closure<?>) arguments[0], script));
            step("timeout", arguments -> Directives.run((Closure<?>) arguments[1], script));
            step("echo", arguments -> said.add(arguments[0].toString()));
            step("sh", arguments -> shell(arguments[0]));
            step("checkout", arguments -> checkOut());
            step("junit", arguments -> testReports.add((String) option(arguments, "testResults")));
            step("archiveArtifacts", arguments -> option(arguments, "artifacts"));
            step("stash", arguments -> stashes.add((String) option(arguments, "name")));
            step("unstash", arguments -> unstash((String) arguments[0]));
            step("usernamePassword", arguments -> arguments[0]);
            step("file", arguments -> arguments[0]);
            step("withCredentials", this::withCredentials);
            step("parallel", arguments -> {
                inParallel(((Map<?, ?>) arguments[0])
                        .values().stream()
                                .<Runnable>map(branch -> () -> Directives.run((Closure<?>) branch, script))
                                .toList());
                return null;
            });
            setVariable("scm", "the repository");
            setVariable("none", "none");
            setVariable("env", new Environment(environment));
        }

        private void step(String name, Function<Object[], Object> meaning) {
            setVariable(name, new Step(name, meaning));
        }

        @Override
        public Object getVariable(String name) {
            if (environment.containsKey(name)) {
                return environment.get(name);
            }
            if (!hasVariable(name)) {
                throw new MissingPropertyException(name, FakeJenkins.class);
            }
            return super.getVariable(name);
        }

        private Object withCredentials(Object[] arguments) {
            var bound = new ArrayList<String>();
            for (var credential : (List<?>) arguments[0]) {
                for (var entry : ((Map<?, ?>) credential).entrySet()) {
                    if (entry.getKey().equals("credentialsId")) {
                        credentials.add(entry.getValue().toString());
                    } else {
                        bound.add(entry.getValue().toString());
                    }
                }
            }
            bound.forEach(name -> environment.put(name, SECRET));
            try {
                return Directives.run((Closure<?>) arguments[1], script);
            } finally {
                environment.keySet().removeAll(bound);
            }
        }

        private Object shell(Object argument) {
            var command = argument instanceof Map<?, ?> options
                    ? options.get("script").toString()
                    : argument.toString();
            if (!onAgent || !checkedOut) {
                throw new AssertionError("Without an agent and a checkout: " + command);
            }
            commands.add(command);
            if (failing.stream().anyMatch(command::contains)) {
                throw new Stopped("FAILURE");
            }
            return answers.entrySet().stream()
                    .filter(answer -> command.contains(answer.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        private Object checkOut() {
            checkedOut = true;
            return Map.of("GIT_PREVIOUS_SUCCESSFUL_COMMIT", "a1b2c3");
        }

        private Object unstash(String name) {
            if (!stashes.contains(name)) {
                throw new AssertionError("Nothing was stashed as " + name);
            }
            return null;
        }

        private static Object option(Object[] arguments, String name) {
            return ((Map<?, ?>) arguments[0]).get(name);
        }
    }

    /** A step can be called like a method of the script. */
    private static final class Step extends Closure<Object> {

        private static final long serialVersionUID = 1;
        private final String name;
        private final transient Function<Object[], Object> meaning;

        Step(String name, Function<Object[], Object> meaning) {
            super(null);
            this.name = name;
            this.meaning = meaning;
        }

        @Override
        public Object call(Object... arguments) {
            return meaning.apply(arguments);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The variable {@code env}: what is set there stays for the rest of the build. */
    public static final class Environment extends GroovyObjectSupport {

        private final Map<String, Object> variables;

        Environment(Map<String, Object> variables) {
            this.variables = variables;
        }

        @Override
        public Object getProperty(String name) {
            return variables.get(name);
        }

        @Override
        public void setProperty(String name, Object value) {
            variables.put(name, value.toString());
        }
    }

    /** The build ends here, but for what must be done even so. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final String result;

        Stopped(String result) {
            super(result, null, false, false);
            this.result = result;
        }
    }
}
