package org.coursewise.recommender.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The recommender on the command line. Exit codes: 0 done, 1 failed, 2 not called as it should be. */
@Command(
        name = "coursewise-recommender",
        description = "Tells learners which course to take next.",
        mixinStandardHelpOptions = true,
        version = "coursewise-recommender 0.1",
        subcommands = {TrainCommand.class, RecommendCommand.class, EvaluateCommand.class, InfoCommand.class})
public final class CommandLineTool implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(
                BoundedJvm.isNeeded(List.of(arguments), BoundedJvm.ownOptions())
                        ? BoundedJvm.run(List.of(arguments))
                        : runHere(arguments));
    }

    private static int runHere(String... arguments) {
        try {
            return run(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("There is not enough memory for this. Give it more: java -Xmx8g -jar …");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The tool, for whoever calls it from a program. */
    public static CommandLine commandLine() {
        return new CommandLine(new CommandLineTool()).setExecutionExceptionHandler(ToldErrors.ALL);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: train, recommend, evaluate or info");
    }
}
