package org.coursewise.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndReadByItsOwnerAlone() throws Exception {
        var home = new StackHome(folder);
        var password = new Secrets(home).password("some-part");
        assertThat(password).hasSize(24).isEqualTo(new Secrets(home).password("some-part"));
        assertThat(password).isNotEqualTo(new Secrets(home).password("another"));
        var file = home.secrets().resolve("some-part");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyHasAnIdAnd32Bytes() {
        var key = new Secrets(new StackHome(folder)).key("data-keys").split(":", -1);
        assertThat(key).hasSize(2);
        assertThat(Base64.getDecoder().decode(key[1])).hasSize(32);
    }

    @Test
    void aKeyToSignMailsWithIsMadeOnceAndReadByItsOwnerAlone() throws Exception {
        var secrets = new Secrets(new StackHome(folder));
        var file = secrets.rsaKey("dkim");
        var pem = Files.readString(file);
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(secrets.rsaKey("dkim")).isEqualTo(file).hasContent(pem);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStackOnTheSameHomeIsRefusedKindly() {
        var home = new StackHome(folder);
        var holder = HomeLock.take(home);
        assertThatThrownBy(() -> HomeLock.take(home))
                .isInstanceOf(HomeInUseException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("COURSEWISE_HOME=");
        holder.close();
        HomeLock.take(home).close();
    }

    @Test
    void clearingKeepsNothingButTheLock() throws Exception {
        var home = new StackHome(folder);
        try (var lock = HomeLock.take(home)) {
            new Secrets(home).password("some-part");
            Files.createDirectories(home.data("kafka").resolve("deep"));
            home.clear();
            assertThat(lock).isNotNull();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("lock"));
        }
    }
}
