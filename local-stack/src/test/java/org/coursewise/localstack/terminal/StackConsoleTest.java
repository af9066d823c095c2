package org.coursewise.localstack.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.coursewise.localstack.process.StackListener.Crash;
import org.junit.jupiter.api.Test;

class StackConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void aPlainLogHasNoControlCharacters() {
        var console = console(false);
        console.begin(List.of("kafka", "mail"));
        console.line("kafka", "a line");
        console.ready("mail", Duration.ofMillis(1250));
        console.end();
        assertThat(bytes.toString(UTF_8)).isEqualToNormalizingNewlines("""
                        Starting kafka, mail
                        kafka    | a line
                        mail     | ready after 1.2 s  (1 of 2)
                        """);
    }

    @Test
    void aTerminalShowsHowFarTheStartIs() {
        var console = console(true);
        console.begin(List.of("kafka", "mail"));
        console.ready("mail", Duration.ofSeconds(1));
        assertThat(bytes.toString(UTF_8)).contains("[#.] 0 s, waiting for kafka", "\033[33mmail     \033[0m| ready");
        console.end();
        assertThat(bytes.toString(UTF_8)).endsWith("\r\033[2K");
    }

    @Test
    void aCrashIsReportedWithItsLastWords() {
        var console = console(false);
        console.begin(List.of("kafka"));
        console.crashed(new Crash("kafka", 137, List.of("disk is gone"), "/logs/kafka.log"));
        assertThat(bytes.toString(UTF_8))
                .contains("kafka ended unexpectedly (exit code 137)", "  disk is gone", "/logs/kafka.log");
        assertThat(console.crash()).isCompleted();
    }

    private StackConsole console(boolean live) {
        return new StackConsole(new Terminal(new PrintStream(bytes, true, UTF_8), live, live), clock);
    }
}
