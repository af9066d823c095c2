package org.coursewise.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader();

    @Test
    void anAnswerIsCompleteWithItsLastByte() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello";
        for (var i = 0; i < answer.length() - 1; i++) {
            assertThat(took(answer.substring(i, i + 1))).isFalse();
        }
        assertThat(took("o")).isTrue();
        assertThat(reader.status()).isEqualTo(200);
    }

    @Test
    void whatIsNotModifiedHasNoBody() throws IOException {
        assertThat(took("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")).isTrue();
        assertThat(reader.status()).isEqualTo(304);
    }

    @Test
    void chunksEndWithTheEmptyOne() throws IOException {
        assertThat(took("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"))
                .isFalse();
        assertThat(took("0\r\n\r\n")).isTrue();
    }

    @Test
    void theNextAnswerIsAnotherOne() throws IOException {
        took("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        reader.clear();
        assertThat(took("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")).isTrue();
        assertThat(reader.status()).isEqualTo(404);
    }

    @Test
    void anAnswerWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> took("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"))
                .isInstanceOf(IOException.class);
    }

    private boolean took(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, reader.room(), reader.position(), bytes.length);
        return reader.took(bytes.length);
    }
}
