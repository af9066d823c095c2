package org.coursewise.localstack.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * One of several servers of a service, and whether it takes requests. What it says itself counts at once; silence counts
 * only when it lasts, because a machine under load is slow to answer and nothing would be won by sending all to one.
 */
final class Replica {

    /** From the best to the worst to send a request to. */
    enum State {
        READY,
        NOT_READY,
        UNREACHABLE
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
            var status = client.send(question, BodyHandlers.discarding()).statusCode();
            silent = 0;
            become(status == OK ? State.READY : State.NOT_READY);
        } catch (HttpTimeoutException e) {
            silent++;
            if (silent >= SILENT_TIMES) {
                become(State.UNREACHABLE);
            }
        } catch (IOException nobodyListens) {
            become(State.UNREACHABLE);
        }
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            LOG.log(System.Logger.Level.INFO, "The server on port {0,number,#} is {1}", port, next);
        }
    }
}
