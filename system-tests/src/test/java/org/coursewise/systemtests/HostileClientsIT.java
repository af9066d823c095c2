package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that mean harm, on the services' own ports, where no ingress is in front: they cost the others nothing, and the server
 * goes on.
 */
@Tag("abuse")
@Tag("long")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileClientsIT {

    private static final int SLOW = 300;
    private static final int TURNS = 20;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final int READ_MILLIS = 20_000;
    private static final int GIGABYTE = 1 << 30;
    private static final int MEGABYTE = 1 << 20;
    private static final String JSON = "Content-Type: application/json\r\n";

    private final LocalStack stack;

    HostileClientsIT(LocalStack stack) {
        this.stack = stack;
    }

    /** A server, something that anybody may post to, and something cheap that anybody may ask for. */
    record Target(String name, URI server, String post, String get) {

        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Target> targets() {
        var addresses = stack.addresses();
        return Stream.of(
                new Target("auth", addresses.auth(), "/api/v1/sessions", "/.well-known/jwks.json"),
                new Target("course", addresses.course(), "/api/v1/feedback", "/api/v1/courses?limit=1"),
                new Target("email", addresses.email(), "/api/v1/unsubscribe/none", "/health/ready"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whoSendsAByteASecondKeepsNobodyOut(Target target) throws IOException, InterruptedException {
        var api = new Api(target.server());
        assertThat(api.get(target.get()).status()).isEqualTo(200);
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SLOW; i++) {
                // half of them never finish their headers, half never finish their body
                var head = "POST " + target.post() + " HTTP/1.1\r\nHost: "
                        + target.server().getAuthority() + "\r\n" + JSON;
                slow.add(opened(target, i % 2 == 0 ? head + "X-Slow: " : head + "Content-Length: 1000\r\n\r\n{"));
            }
            var longest = Duration.ZERO;
            for (var turn = 0; turn < TURNS; turn++) {
                slow.forEach(HostileClientsIT::drip);
                var begun = System.nanoTime();
                assertThat(api.get(target.get()).status()).isEqualTo(200);
                var took = Duration.ofNanos(System.nanoTime() - begun);
                longest = took.compareTo(longest) > 0 ? took : longest;
                TimeUnit.MILLISECONDS.sleep(A_SECOND.toMillis());
            }
            System.out.printf(
                    "%s with %d slow clients: the others wait %d ms at most%n", target, SLOW, longest.toMillis());
            assertThat(longest).isLessThan(QUICK);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aBodyThatWouldUnpackToAGigabyteIsRefusedAtOnce(Target target) {
        var api = new Api(target.server());
        var bomb = BodyPublishers.ofByteArray(bomb());
        var begun = System.nanoTime();
        var answer = api.send(
                api.json(target.post()).header("Content-Encoding", "gzip").POST(bomb));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        assertThat(api.get(target.get()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void headersWithoutEndAreRefused(Target target) throws IOException {
        assertThat(status(target, "GET " + target.get() + " HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(MEGABYTE)))
                .isIn(0, 400, 413, 414, 431);
        assertThat(status(target, "GET " + target.get() + " HTTP/1.1\r\nHost: a\r\n" + "X-Many: x\r\n".repeat(100_000)))
                .isIn(0, 400, 413, 431);
        assertThat(new Api(target.server()).get(target.get()).status()).isEqualTo(200);
    }

    /** One length for the proxy and another for the server behind it would hide a request in another's body. */
    @ParameterizedTest
    @MethodSource("targets")
    void aRequestOfTwoLengthsIsRefused(Target target) throws IOException {
        var head = "POST " + target.post() + " HTTP/1.1\r\nHost: "
                + target.server().getAuthority() + "\r\n" + JSON;
        var hidden =
                "GET " + target.get() + " HTTP/1.1\r\nHost: " + target.server().getAuthority() + "\r\n\r\n";
        for (var lengths : List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: " + hidden.length() + "\r\n\r\n")) {
            assertThat(answers(target, head + lengths + hidden)).as(lengths).doesNotContain("HTTP/1.1 200");
        }
    }

    /** A link in a mail leads where the operator says, whatever host a request names. */
    @Test
    void aForgedHostIsInNoMail() throws IOException {
        var person = "forged.host@example.org";
        var body = "{\"email\":\"%s\",\"displayName\":\"Ada\",\"password\":\"%s\"}".formatted(person, People.PASSWORD);
        var request = "POST /api/v1/users HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nConnection: close\r\n" + JSON
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        var auth = new Target("auth", stack.addresses().auth(), "", "");
        assertThat(status(auth, request)).isEqualTo(202);
        var mail =
                new Mailbox(stack.addresses().ports().imap(), person).waitFor(1).get(0);
        assertThat(mail.text()).contains("Ada");
        assertThat(mail.toString()).doesNotContain("evil.example");
    }

    private static Socket opened(Target target, String start) throws IOException {
        var socket = new Socket(target.server().getHost(), target.server().getPort());
        socket.setSoTimeout(READ_MILLIS);
        socket.getOutputStream().write(start.getBytes(US_ASCII));
        return socket;
    }

    /** One byte more; whoever was hung up on stays so. */
    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?i).*(broken pipe|reset|closed).*");
        }
    }

    /** 0 when the server hung up without a word. */
    private static int status(Target target, String request) throws IOException {
        var answer = answers(target, request + "\r\n\r\n");
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String answers(Target target, String request) throws IOException {
        try (var socket = opened(target, "")) {
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (IOException e) {
                // hung up in the middle: what was said before counts
                assertThat(e).hasMessageMatching("(?i).*(broken pipe|reset|closed).*");
            }
            return answer.toString(UTF_8);
        }
    }

    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var spaces = " ".repeat(MEGABYTE).getBytes(US_ASCII);
            for (var written = 0; written < GIGABYTE; written += spaces.length) {
                gzip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
