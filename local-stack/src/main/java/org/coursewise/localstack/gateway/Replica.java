package org.coursewise.localstack.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server of a service, and whether it takes requests. What it says itself counts at once; silence counts
 * only when it lasts, because a machine under load is slow to answer and nothing would be won by sending all to one.
 */
final class Replica {

    /** From the best to the worst to send a request to. */
    enum State {
        READY,
        NOT_READY,
        UNREACHABLE,
        /** About to stop: a request that is sent now may be cut off. */
        DRAINING
    }

    private static final System.Logger LOG = System.getLogger(Replica.class.getName());
    private static final int OK = 200;
    private static final int SILENT_TIMES = 3;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final int port;
    private final HttpRequest question;
    private volatile State state = State.UNREACHABLE;
    private int silent;

    Replica(int port) {
        this.port = port;
        this.question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(ANSWER_WITHIN)
                .build();
    }

    int port() {
        return port;
    }

    State state() {
        return state;
    }

    /** It did not take a connection. */
    void lost() {
        become(State.UNREACHABLE);
    }

    /** Asks it; called by one thread at a time. */
    void ask(HttpClient client) throws InterruptedException {
        try {
            var answer = client.send(question, BodyHandlers.ofString());
            silent = 0;
            become(answer.statusCode() == OK ? State.READY : whyNot(answer.body()));
        } catch (HttpTimeoutException e) {
            silent++;
            if (silent >= SILENT_TIMES) {
                become(State.UNREACHABLE);
            }
        } catch (IOException nobodyListens) {
            become(State.UNREACHABLE);
        }
    }

    private static State whyNot(String health) {
        try {
            return JsonMapper.shared()
                            .readTree(health)
                            .path("checks")
                            .valueStream()
                            .anyMatch(Replica::isDraining)
                    ? State.DRAINING
                    : State.NOT_READY;
        } catch (JacksonException noHealthDocument) {
            return State.NOT_READY;
        }
    }

    private static boolean isDraining(JsonNode check) {
        return "draining".equals(check.path("name").asString(""))
                && "DOWN".equals(check.path("status").asString(""));
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            LOG.log(System.Logger.Level.INFO, "The server on port {0,number,#} is {1}", port, next);
        }
    }
}
