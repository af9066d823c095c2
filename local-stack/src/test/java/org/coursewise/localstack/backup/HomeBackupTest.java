package org.coursewise.localstack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.coursewise.localstack.home.HomeInUseException;
import org.coursewise.localstack.home.HomeLock;
import org.coursewise.localstack.home.StackHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeBackupTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path home;
    private Path another;
    private Path file;

    @BeforeEach
    void aHomeThatWasUsed() throws IOException {
        home = folder.resolve("home");
        another = folder.resolve("another");
        file = folder.resolve("backups").resolve("one.tar.gz");
        write("secrets/admin-password", "secret");
        write("postgres/data/PG_VERSION", "18");
        write("postgres/program/bin/postgres", "a program");
        write("kafka/data/meta.properties", "version=1");
        write("mail/ada%40example.org/1.eml", "Subject: hello");
        write("logs/auth.log", "a line");
        Files.createDirectories(home.resolve("postgres/data/pg_tblspc"));
        Files.setPosixFilePermissions(home.resolve("postgres/data"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatAStartCannotMakeAgainComesBack() throws IOException {
        backup(home).writeTo(file);
        backup(another).restoreFrom(file);

        assertThat(another.resolve("secrets/admin-password")).hasContent("secret");
        assertThat(another.resolve("postgres/data/PG_VERSION")).hasContent("18");
        assertThat(another.resolve("mail/ada%40example.org/1.eml")).hasContent("Subject: hello");
        assertThat(another.resolve("postgres/data/pg_tblspc")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(another.resolve("postgres/data"))))
                .isEqualTo("rwx------");
        assertThat(namesIn(another)).containsExactly("kafka", "lock", "mail", "postgres", "secrets");
        assertThat(namesIn(another.resolve("postgres"))).containsExactly("data");
    }

    @Test
    void aBackupIsReadByItsOwnerAlone() throws IOException {
        backup(home).writeTo(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(namesIn(file.getParent())).containsExactly("one.tar.gz");
    }

    @Test
    void aStackThatRunsIsNotCopied() {
        try (var lock = HomeLock.take(new StackHome(home))) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> backup(home).writeTo(file)).isInstanceOf(HomeInUseException.class);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingIsWrittenOver() {
        backup(home).writeTo(file);

        assertThatThrownBy(() -> backup(home).writeTo(file))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> backup(home).restoreFrom(file))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void aDamagedFileLeavesTheHomeEmpty() throws IOException {
        backup(home).writeTo(file);
        var bytes = Files.readAllBytes(file);
        var cut = folder.resolve("cut.tar.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 5));
        var foreign = folder.resolve("foreign.tar.gz");
        Files.writeString(foreign, "something else");

        for (var useless : new Path[] {cut, foreign}) {
            assertThatThrownBy(() -> backup(another).restoreFrom(useless)).isInstanceOf(BackupRefusedException.class);
            assertThat(namesIn(another)).containsExactly("lock");
        }
    }

    @Test
    void aBackupFromAnotherSystemIsRefused() {
        var elsewhere = new Origin("1", "2026-01-01T12:00:00Z", "Plan 9 mips");

        assertThatThrownBy(() -> elsewhere.requireSameSystem(Origin.here(NOON.instant())))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("Plan 9 mips");
    }

    private static HomeBackup backup(Path home) {
        return new HomeBackup(home, NOON);
    }

    private void write(String name, String text) throws IOException {
        var target = home.resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private static Stream<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).sorted().toList().stream();
        }
    }
}
