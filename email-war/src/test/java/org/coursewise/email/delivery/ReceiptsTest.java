package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theNextProcessReadsWhatEachSenderNotedLastWithoutWhatMayNameSomebody() {
        var first = sending();
        var second = sending();
        try (var receipts = open(3)) {
            assertThat(receipts.left()).isEmpty();
            receipts.place(2).note(sending(), "250 ok");
            receipts.place(2).note(first, "250 2.1.5 <ada@example.org> taken");
            receipts.place(0).note(second, "OK");
        }
        try (var receipts = open(1)) {
            assertThat(receipts.left())
                    .containsExactly(
                            new Receipts.Receipt(second.id(), second.version(), "250"),
                            new Receipts.Receipt(first.id(), first.version(), "250 2.1.5"));
            assertThat(receipts.left().get(1).isFor(first)).isTrue();
            assertThat(receipts.left().get(1).isFor(first.sent(NOW, "250"))).isFalse();
        }
    }

    @Test
    void aNoteThatWasNotFinishedIsNone() throws IOException {
        try (var receipts = open(1)) {
            receipts.place(0).note(sending(), "250 ok");
        }
        var bytes = Files.readAllBytes(file());
        bytes[20]++;
        Files.write(file(), bytes);
        try (var receipts = open(1)) {
            assertThat(receipts.left()).isEmpty();
        }
    }

    @Test
    void withoutAFileOfItsOwnNothingIsNoted() {
        try (var one = open(1);
                var two = open(1);
                var none = Receipts.in(Optional.empty(), 1)) {
            two.place(0).note(sending(), "250 ok");
            none.place(0).note(sending(), "250 ok");
            one.place(0).note(sending(), "250 ok");
        }
        try (var receipts = open(1)) {
            assertThat(receipts.left()).hasSize(1);
        }
    }

    private Receipts open(int places) {
        return Receipts.in(Optional.of(file()), places);
    }

    private Path file() {
        return folder.resolve("deeper").resolve("receipts");
    }

    private static Message sending() {
        var content = new Content(new EmailAddress("ada@example.org"), null, "welcome", "en", Map.of(), Map.of());
        return Message.queued(new MessageId(UUID.randomUUID()), content, NOW, null)
                .claimed("somebody", NOW, Duration.ofSeconds(1));
    }
}
