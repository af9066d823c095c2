package org.coursewise.recommender.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import org.coursewise.recommender.dataset.UnusableDataException;
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

    static CommandLine commandLine() {
        return new CommandLine(new CommandLineTool()).setExecutionExceptionHandler(CommandLineTool::tell);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: train, recommend, evaluate or info");
    }

    /** One sentence for what people can mend; the trace for what only we can. */
    private static int tell(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof FileSystemException file) {
            err.println("Cannot use " + file.getFile() + ": "
                    + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason()));
        } else if (e instanceof UnusableDataException || e instanceof IOException) {
            err.println(e.getMessage());
        } else if (e instanceof InterruptedException) {
            err.println("Cancelled");
        } else {
            e.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
