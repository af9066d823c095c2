package org.coursewise.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import org.coursewise.benchmarks.auth.AccountCosts;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/** Starts a stack of its own, measures it warm and prints the table; {@code benchmarks/README.md} has the command. */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());
    /** In place of the local run's quick start: the servers compile as they would in production. */
    private static final Map<String, String> FULL_COMPILER = Map.of("JVM_ARGS", "-XX:+TieredCompilation");

    private Benchmarks() {}

    /** @param args the folder of the stack, and the file the table is written to */
    public static void main(String[] args) throws Exception {
        var options = StackOptions.in(Path.of(args[0]))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(FULL_COMPILER);
        try (var stack = LocalStack.start(options)) {
            var report = new Report(new AccountCosts(stack).measure());
            LOG.log(System.Logger.Level.INFO, "Costs:\n{0}", report.text());
            report.write(Path.of(args[1]));
        }
    }
}
