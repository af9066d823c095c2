package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The release before this commit, as git knows it: the highest tag {@code v…} that leads here. Its sources are unpacked
 * beside the build's other output and packaged by this Maven; the checkout is left as it is.
 */
final class PreviousRelease {

    private static final int BUILD_MINUTES = 15;

    private final Path checkout;
    private final Path folder;
    private final String tag;

    private PreviousRelease(Path checkout, Path folder, String tag) {
        this.checkout = checkout;
        this.folder = folder.resolve(tag);
        this.tag = tag;
    }

    /** Nothing where there is no git, no checkout or no tag. */
    static Optional<PreviousRelease> find(Path checkout, Path target) {
        var list = new ProcessBuilder(
                        "git",
                        "tag",
                        "--list",
                        "v[0-9]*",
                        "--merged",
                        "HEAD",
                        "--no-contains",
                        "HEAD",
                        "--sort=-v:refname")
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = list.start();
            var tags = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0
                    ? tags.lines().findFirst().map(tag -> new PreviousRelease(checkout, target, tag))
                    : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    String tag() {
        return tag;
    }

    /** Packages it, unless that was done before; the Liberty install with its servers. */
    Path libertyHome() {
        var packaged = folder.resolve("packaged");
        try {
            if (!Files.exists(packaged)) {
                unpack();
                build();
                Files.createFile(packaged);
            }
            return folder.resolve("liberty-config").resolve("target").resolve("wlp");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + tag, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void unpack() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var archive = new ProcessBuilder("git", "archive", tag).directory(checkout.toFile());
        var extract = new ProcessBuilder("tar", "-x").directory(folder.toFile());
        for (var process : ProcessBuilder.startPipeline(List.of(archive, extract))) {
            if (process.waitFor() != 0) {
                throw new IOException("git archive " + tag + " | tar -x ended with " + process.exitValue());
            }
        }
    }

    private void build() throws IOException, InterruptedException {
        var maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
        var line = new ArrayList<>(List.of(maven, "--batch-mode", "--no-transfer-progress"));
        line.add("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
        // it was checked when it was released
        for (var check : List.of(
                "maven.test.skip", "enforcer.skip", "jacoco.skip", "mdep.analyze.skip", "spotless.check.skip")) {
            line.add("-D" + check + "=true");
        }
        line.addAll(List.of("--projects", "auth-war,course-war,email-war", "--also-make", "package"));
        var log = folder.resolve("build.log");
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(tag + " could not be packaged, see " + log);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
