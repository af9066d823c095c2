package org.coursewise.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coursewise.benchmarks.auth.AccountCosts;
import org.coursewise.benchmarks.catalogue.CatalogueCosts;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/** Starts a stack of its own, measures it warm and prints tables; {@code benchmarks/README.md} has the command. */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());
    /** In place of the local run's quick start: the servers compile as they would in production. */
    private static final Map<String, String> FULL_COMPILER = Map.of("JVM_ARGS", "-XX:+TieredCompilation");

    private Benchmarks() {}

    @FunctionalInterface
    private interface Measuring {
        List<Figure> measure() throws Exception;
    }

    /** @param args the folder of the stack, that of the tables, and which one is wanted: accounts, catalogue or all */
    public static void main(String[] args) throws Exception {
        var options = StackOptions.in(Path.of(args[0]))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(FULL_COMPILER);
        var results = Path.of(args[1]);
        try (var stack = LocalStack.start(options)) {
            if (isWanted("accounts", args[2])) {
                print(results.resolve("costs.md"), new AccountCosts(stack)::measure);
            }
            if (isWanted("catalogue", args[2])) {
                print(results.resolve("catalogue.md"), new CatalogueCosts(stack)::measure);
            }
        }
    }

    private static boolean isWanted(String part, String wanted) {
        return wanted.equals(part) || wanted.equals("all");
    }

    private static void print(Path file, Measuring measuring) throws Exception {
        var report = new Report(measuring.measure());
        LOG.log(System.Logger.Level.INFO, "{0}:\n{1}", file.getFileName(), report.text());
        report.write(file);
    }
}
