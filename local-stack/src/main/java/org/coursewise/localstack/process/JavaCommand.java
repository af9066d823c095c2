package org.coursewise.localstack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a main class of this module in a JVM of its own, with this JVM's Java and class path. */
public final class JavaCommand {

    private static final Path NICE = Path.of("/usr/bin/nice");
    /** Linux may share its processors out between sessions first, so that niceness counts within one alone: sched(7). */
    private static final String NICE_SESSION = """
            { read -r _ _ _ _ _ session _ </proc/$$/stat && [ "$session" = $$ ] && echo 5 >/proc/self/autogroup; } 2>/dev/null
            exec "$@"
            """;

    private static final int NATIVE_ACCESS_WARNS_SINCE = 24;

    private JavaCommand() {}

    public static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    public static Command of(Class<?> main, int heapMegabytes, Path directory, Object... arguments) {
        // what runs for minutes gains nothing from the slow compiler
        var line = java(heapMegabytes, List.of("-XX:TieredStopAtLevel=1"), main);
        Arrays.stream(arguments).map(String::valueOf).forEach(line::add);
        return new Command(line, Map.of("CLASSPATH", classPath()), directory);
    }

    /** For hard work that nobody waits for: at low priority, compiled well, its memory given back when it is done. */
    public static Command inBackground(
            Class<?> main, int heapMegabytes, Path directory, Map<String, String> environment) {
        var line = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of("/bin/sh", "-c", NICE_SESSION, "nice.sh", NICE.toString(), "-n", "10"));
        }
        line.addAll(java(heapMegabytes, List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"), main));
        var all = new HashMap<>(environment);
        all.put("CLASSPATH", classPath());
        return new Command(line, all, directory);
    }

    private static List<String> java(int heapMegabytes, List<String> options, Class<?> main) {
        var line = new ArrayList<String>();
        line.add(javaHome().resolve("bin").resolve("java").toString());
        line.addAll(options);
        line.addAll(List.of(
                "-Xms16m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.class=" + ChildLogging.class.getName()));
        if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_SINCE) {
            line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        line.add(main.getName());
        return line;
    }

    /** Inside Maven the classes come from a loader of the plugin's, not from java.class.path. */
    private static String classPath() {
        if (JavaCommand.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(JavaCommand::file)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a file on the class path: " + url, e);
        }
    }
}
