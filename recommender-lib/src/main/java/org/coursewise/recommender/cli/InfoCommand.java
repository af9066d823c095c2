package org.coursewise.recommender.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coursewise.recommender.modelfile.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is known of a model. */
@Command(name = "info", description = "Says what is known of a model.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, description = "folder with a model")
    private Path model;

    @Override
    public Integer call() throws Exception {
        var recommender = new ModelFolder(model).read();
        var out = spec.commandLine().getOut();
        out.println("Trained on " + FactsText.size(recommender.facts()));
        FactsText.print(recommender.facts(), out);
        out.flush();
        return 0;
    }
}
