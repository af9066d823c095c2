package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the servers write about themselves. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class LogsIT {

    private final LocalStack stack;

    LogsIT(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void noServerWarnsOfItsConfiguration() throws IOException {
        assertThat(lines()).noneMatch(line -> line.contains("CWWKG") && (line.contains("W:") || line.contains("E:")));
    }

    @Test
    void noSecretIsEverWritten() throws IOException {
        var api = new Api(stack.addresses().api());
        var password = "a password that must not be seen";
        var address = "silent@example.org";
        api.register(address, password, "en");
        var token = new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor(1)
                .get(0)
                .token();
        api.post("/api/v1/email-verifications/confirmations", Map.of("token", token));
        var tokens = api.logIn(address, password);
        api.get("/api/v1/users/me", tokens.text("accessToken"));
        var secrets = List.of(
                password, token, tokens.text("accessToken"), tokens.text("refreshToken"), stack.adminPassword());
        assertThat(lines()).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.walk(stack.home())) {
            var logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
            assertThat(logs).isNotEmpty();
            return logs.stream().flatMap(LogsIT::linesOf).toList();
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
