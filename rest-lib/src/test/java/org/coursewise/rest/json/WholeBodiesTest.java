package org.coursewise.rest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.junit.jupiter.api.Test;

class WholeBodiesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aBodyIsTheSameInMemory() throws IOException {
        var body = "x".repeat(100_000);
        assertThat(new WholeBodies(1, LONG).read(stream(body)).readAllBytes())
                .asString()
                .isEqualTo(body);
    }

    @Test
    void oneThatComesByteByByteIsGivenUp() {
        var bodies = new WholeBodies(1, Duration.ofMillis(20));
        var endless = new FilterInputStream(stream("")) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = 'x';
                return 1;
            }
        };
        assertThatThrownBy(() -> bodies.read(endless))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.REQUEST_TIMEOUT));
    }

    @Test
    void oneThatBreaksOffIsABadRequest() {
        var broken = new FilterInputStream(stream("")) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> new WholeBodies(1, LONG).read(broken))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.BAD_REQUEST));
    }

    @Test
    void whoFindsNoReaderIsPutOffAndTheNextIsRead() throws Exception {
        var bodies = new WholeBodies(1, LONG);
        var begun = new CountDownLatch(1);
        var sent = new CompletableFuture<String>();
        var slow = new FilterInputStream(stream("rest")) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                begun.countDown();
                sent.join();
                return super.read(bytes, offset, length);
            }
        };
        var first = CompletableFuture.supplyAsync(() -> bodies.read(slow));
        begun.await();
        assertThatThrownBy(() -> bodies.read(stream("second"))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(e.retryAfter()).isPositive();
        });
        sent.complete("");
        assertThat(first.get().readAllBytes()).asString().isEqualTo("rest");
        assertThat(bodies.read(stream("third")).readAllBytes()).asString().isEqualTo("third");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
