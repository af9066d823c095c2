package org.coursewise.localstack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a main class of this module in a JVM of its own, with this JVM's Java and class path. */
public final class JavaCommand {

    private static final int NATIVE_ACCESS_WARNS_SINCE = 24;

    private JavaCommand() {}

    public static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    public static Command of(Class<?> main, int heapMegabytes, Path directory, Object... arguments) {
        var line = new ArrayList<String>();
        line.add(javaHome().resolve("bin").resolve("java").toString());
        line.addAll(List.of(
                "-Xms16m",
                "-Xmx" + heapMegabytes + "m",
                // what runs for minutes gains nothing from the slow compiler
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.class=" + ChildLogging.class.getName()));
        if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_SINCE) {
            line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        line.add(main.getName());
        Arrays.stream(arguments).map(String::valueOf).forEach(line::add);
        return new Command(line, Map.of("CLASSPATH", classPath()), directory);
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
