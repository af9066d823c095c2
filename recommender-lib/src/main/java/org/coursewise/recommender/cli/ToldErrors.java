package org.coursewise.recommender.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.coursewise.recommender.dataset.UnusableDataException;
import picocli.CommandLine;

/** What a command says when it fails. */
public final class ToldErrors {

    /** One sentence for what people can mend; the trace for what only we can. */
    public static final CommandLine.IExecutionExceptionHandler ALL = ToldErrors::tell;

    private ToldErrors() {}

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
