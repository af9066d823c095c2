package org.coursewise.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers a child across the parent's death. A process id alone may have been given to somebody else since, so its
 * start time is kept too, and at the end what it runs is looked at.
 */
final class PidFile {

    /** The system counts start times in ticks from a boot time that its clock may correct. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final Set<String> OURS =
            Set.of("java", "java.exe", "postgres", "postgres.exe", "sh", "dash", "bash", "setsid", "perl", "unshare");

    private final Path file;

    PidFile(Path folder, String part) {
        this.file = folder.resolve(part + ".pid");
    }

    private PidFile(Path file) {
        this.file = file;
    }

    static List<PidFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            var found = new ArrayList<PidFile>();
            files.forEach(file -> found.add(new PidFile(file)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    String part() {
        return file.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    void write(ProcessHandle process) {
        var started = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + started);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The process that was noted, if it still runs and is still the same. */
    Optional<ProcessHandle> process() {
        try {
            var words = Files.readString(file).strip().split(" ", -1);
            if (words.length != 2) {
                return Optional.empty();
            }
            var started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(instant -> isNear(instant, started))
                            .isPresent())
                    .filter(process -> process.info()
                            .command()
                            .filter(command ->
                                    OURS.contains(Path.of(command).getFileName().toString()))
                            .isPresent());
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            // Half written when the parent was killed: the child's own watcher has ended it
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(START_TOLERANCE) <= 0;
    }
}
