package org.coursewise.recommender.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Does a command's work in a JVM of its own with a bounded heap: left to itself a JVM takes a quarter of the machine's
 * memory, however little it needs. Whoever says {@code -Xmx} decides alone.
 */
final class BoundedJvm {

    /** Enough for 1.25 million enrolments in 3,400 courses, within 2 GB of memory in all. */
    private static final int HEAP_MEGABYTES = 1_700;

    private static final Set<String> LARGE = Set.of("train", "evaluate", "recommend");

    private BoundedJvm() {}

    static boolean isNeeded(List<String> arguments, List<String> jvmOptions) {
        return !arguments.isEmpty()
                && LARGE.contains(arguments.get(0))
                && jvmOptions.stream().noneMatch(option -> option.startsWith("-Xmx") || option.startsWith("-XX:Max"));
    }

    static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** Runs the tool and gives its exit code; the child ends with this JVM. */
    static int run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownOptions());
        command.add("-Xmx" + HEAP_MEGABYTES + "m");
        // its threads need less memory beside the heap than those of the default collector
        command.add("-XX:+UseParallelGC");
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(CommandLineTool.class.getName());
        command.addAll(arguments);
        var process = new ProcessBuilder(command).inheritIO().start();
        var end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        return process.waitFor();
    }
}
