package org.coursewise.localstack.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.coursewise.localstack.home.HomeLock;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Leftovers;

/**
 * The data of a stopped stack as one file: every store's files, the mails and the secrets, all of the same moment.
 * Programs, logs and caches are left out, since a start makes them again.
 */
public final class HomeBackup {

    private static final String RESTORING = "restoring";

    private final StackHome home;
    private final Clock clock;

    public HomeBackup(Path home, Clock clock) {
        this.home = new StackHome(home);
        this.clock = clock;
    }

    /**
     * Only its owner can read the file, for the secrets are in it.
     *
     * @throws org.coursewise.localstack.home.HomeInUseException when a stack runs on the home
     * @throws BackupRefusedException when there is nothing to keep, or the file exists
     */
    public void writeTo(Path file) {
        if (!Files.isDirectory(home.secrets())) {
            throw new BackupRefusedException("No stack has ever run on " + home.folder());
        }
        if (Files.exists(file)) {
            throw new BackupRefusedException(file + " exists, and no backup is written over another");
        }
        try (var ignored = HomeLock.take(home)) {
            Leftovers.end(home.run());
            write(file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be written", e);
        }
    }

    /** Written beside and moved, so that a file with this name is a whole one. */
    private void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var beside = Files.createTempFile(file.getParent(), "backup", ".new", ownerOnly());
        try {
            try (var output = Files.newOutputStream(beside)) {
                Archive.write(
                        output,
                        Origin.here(clock.instant()),
                        home.folder(),
                        kept().filter(Files::isDirectory).toList());
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Stream<Path> kept() {
        return Stream.of(
                home.secrets(),
                home.data("postgres").resolve("data"),
                home.data("kafka"),
                home.data("mongo"),
                home.data("mail"));
    }

    /**
     * Makes an empty home that of the backup. A file that is cut short or damaged leaves it empty.
     *
     * @throws BackupRefusedException when the home holds anything, or the file is of no use here
     */
    public void restoreFrom(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefusedException("There is no " + file);
        }
        try (var ignored = HomeLock.take(home)) {
            var unpacked = home.folder().resolve(RESTORING);
            home.delete(unpacked);
            requireEmpty();
            try (var input = Files.newInputStream(file)) {
                Archive.read(input, Origin.here(clock.instant()), unpacked);
                moveIntoPlace(unpacked);
            } catch (IOException e) {
                throw new BackupRefusedException(file + " is damaged or could not be unpacked: " + e.getMessage(), e);
            } finally {
                home.delete(unpacked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + home.folder(), e);
        }
    }

    private void requireEmpty() throws IOException {
        try (var files = Files.list(home.folder())) {
            if (files.anyMatch(found -> !found.getFileName().toString().equals("lock"))) {
                throw new BackupRefusedException(home.folder()
                        + " is not empty; restore into a folder of its own: COURSEWISE_HOME=/another/folder");
            }
        }
    }

    /** The secrets last: a home without them is none, and a start that came between would be refused by PostgreSQL. */
    private void moveIntoPlace(Path unpacked) throws IOException {
        List<Path> folders;
        try (var found = Files.list(unpacked)) {
            folders = found.sorted().toList();
        }
        for (var folder : folders) {
            Files.move(folder, home.folder().resolve(folder.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
