package org.coursewise.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBodyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, (1 << 20) - 1, 1 << 20, (3 << 20) + 7})
    void aBodyIsReadAgainAsItCameAndLeavesNothingBehind(int length) throws Exception {
        var before = leftBehind();
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var body = KeptBody.of(new ByteArrayInputStream(bytes));
        assertThat(body.hash()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(body.open().readAllBytes()).isEqualTo(bytes);
        KeptBody.of(new ByteArrayInputStream(bytes)).discard();
        assertThat(leftBehind()).isEqualTo(before);
    }

    private static long leftBehind() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("coursewise-body"))
                    .count();
        }
    }
}
