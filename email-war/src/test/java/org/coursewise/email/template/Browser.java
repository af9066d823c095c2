package org.coursewise.email.template;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium of this machine, without a window. */
final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int LONGEST_SECONDS = 60;

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    /** {@code -Dbrowser=} or the first on the path. */
    static Optional<Browser> find() {
        var named = System.getProperty("browser");
        if (named != null) {
            return Optional.of(new Browser(Path.of(named)));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** Writes a picture of a page. */
    void photograph(Path page, boolean isDark, int width, int height, Path picture)
            throws IOException, InterruptedException {
        run(
                picture.resolveSibling("browser.txt"),
                isDark,
                "--hide-scrollbars",
                "--window-size=" + width + "," + height,
                "--screenshot=" + picture,
                page.toUri().toString());
    }

    /** What the page is once its scripts have run. */
    String contentOf(Path page, int width) throws IOException, InterruptedException {
        var dump = page.resolveSibling(page.getFileName() + ".dump");
        run(
                dump,
                false,
                "--window-size=" + width + ",1000",
                "--dump-dom",
                page.toUri().toString());
        return Files.readString(dump);
    }

    private void run(Path output, boolean isDark, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
        // Blink's own numbers: 0 is dark, 1 is light
        command.add("--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1));
        Stream.of(arguments).forEach(command::add);
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + LONGEST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " ended with " + process.exitValue());
        }
    }
}
