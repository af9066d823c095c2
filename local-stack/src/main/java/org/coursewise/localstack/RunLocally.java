package org.coursewise.localstack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.coursewise.localstack.home.HomeInUseException;
import org.coursewise.localstack.process.StartFailedException;
import org.coursewise.localstack.terminal.StackConsole;
import org.coursewise.localstack.terminal.Terminal;
import org.coursewise.localstack.trace.TraceCollector;
import org.coursewise.localstack.worker.TrainingWorker;

/**
 * The main of {@code mvn -Prun}: starts the stack, shows it, and stops it when Ctrl-C, a plain kill or the crash of a
 * part says so. The JVM does not end, and the prompt does not come back, before every part has stopped.
 */
public final class RunLocally {

    private static final int FAILED = 1;

    private final StackConsole console;
    private final Map<String, String> environment;
    private volatile boolean stopping;

    private RunLocally(StackConsole console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    /** System properties: {@code coursewise.checkout}, {@code liberty.home}, {@code fresh}, {@code parts}, {@code observe}. */
    public static void main(String[] arguments) {
        var environment = System.getenv();
        var console = new StackConsole(Terminal.standard(environment), Clock.systemUTC());
        // Maven has just built everything in this JVM; from here on it only watches, so the heap is given back
        System.gc();
        var run = new RunLocally(console, environment);
        try {
            run.run();
        } catch (StackRefusedException | HomeInUseException | IllegalArgumentException | UncheckedIOException e) {
            console.say("\n" + e.getMessage());
        } catch (StartFailedException e) {
            console.end();
            // A crash or a stop has said so itself
            if (!run.stopping && !console.crash().isDone()) {
                console.say("\n" + e.getMessage());
            }
        }
        Runtime.getRuntime().exit(FAILED);
    }

    /** Returns only when a part has crashed. */
    private void run() {
        var stack = LocalStack.open(options(), console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        console.begin(stack.parts());
        stopAfterCrash(stack);
        stack.startAll();
        loadSampleData(stack);
        var after = console.end();
        if (stack.parts().contains(TraceCollector.NAME)) {
            console.say("\nWhat each request causes, in all services: "
                    + stack.addresses().traces());
        }
        console.say(new Welcome(
                        stack.addresses(),
                        stack.adminEmail(),
                        stack.describeAdminPassword(),
                        stack.adminPasswordInShell(),
                        stack.home(),
                        learner())
                .text(after));
        console.crash().join();
    }

    /** Only where all parts run that it takes; the stack is of use without it. */
    private void loadSampleData(LocalStack stack) {
        if (!stack.parts().containsAll(List.of("gateway", "auth", "course", TrainingWorker.NAME))) {
            return;
        }
        try {
            stack.loadSampleData(step -> console.say("Sample data: " + step));
        } catch (IllegalStateException | UncheckedIOException e) {
            if (!stopping) {
                console.say("Sample data: " + e.getMessage() + "\nThe next start tries again; all runs on without it.");
            }
        }
    }

    /** On a thread of its own: a crash while the others still start ends their start too. */
    private void stopAfterCrash(LocalStack stack) {
        var watch = new Thread(
                () -> {
                    console.crash().join();
                    stopping = true;
                    stack.close();
                },
                "watch for crashes");
        watch.setDaemon(true);
        watch.start();
    }

    private StackOptions options() {
        return StackOptions.from(
                        environment,
                        Path.of(System.getProperty("coursewise.checkout", ".")),
                        isAskedFor("fresh"),
                        System.getProperty("parts", ""))
                .withObserve(isAskedFor("observe"));
    }

    /** {@code -Dfresh} is as good as {@code -Dfresh=true}. */
    private static boolean isAskedFor(String option) {
        var value = System.getProperty(option, "false");
        return value.isEmpty() || Boolean.parseBoolean(value);
    }

    private void stop(LocalStack stack) {
        stopping = true;
        console.end();
        console.say("\nStopping; the data stays in " + stack.home());
        stack.close();
        console.say("Everything has stopped.");
    }

    /** A new address each time, because those of earlier runs are known by now. */
    private static String learner() {
        var bytes = new byte[3];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "ada." + HexFormat.of().formatHex(bytes) + "@example.org";
    }
}
