package org.coursewise.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The same load over and over, until the server is warm, and then what came of it in the median round. */
public final class LoadRounds {

    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("costs.seconds", 4));
    private static final int SHORTEST_WARM_UP = 5;
    private static final int LONGEST_WARM_UP = 20;
    /** Warm is what has not become faster by more than this in five rounds. */
    private static final double STEADY = 1.03;

    private static final int MEASURED = Integer.getInteger("costs.rounds", 5);

    private final URI server;
    private final Supplier<Duration> clock;

    /**
     * What a round brought.
     *
     * @param cpuMilliseconds of the server's process, for one answer
     * @param median of the milliseconds to an answer
     */
    public record Rate(double aSecond, double cpuMilliseconds, double median, double p99) {}

    /** @param clock processor time so far of the server's process */
    public LoadRounds(URI server, Supplier<Duration> clock) {
        this.server = server;
        this.clock = clock;
    }

    /** @throws IOException when any answer is not the one that was expected */
    public Rate measure(List<Request> requests) throws IOException {
        var generator = new LoadGenerator(server, requests);
        warmUp(generator);
        var rates = new ArrayList<Rate>();
        for (var round = 0; round < MEASURED; round++) {
            rates.add(round(generator));
        }
        rates.sort(Comparator.comparingDouble(Rate::aSecond));
        return rates.get(MEASURED / 2);
    }

    /**
     * For as long as something goes on, which must be longer than a round: what came of the median round that ended before
     * it did. The server is warm.
     */
    public Rate measureUntil(List<Request> requests, Callable<Boolean> hasEnded) throws IOException {
        var generator = new LoadGenerator(server, requests);
        var rates = new ArrayList<Rate>();
        var rate = round(generator);
        while (!isTrue(hasEnded)) {
            rates.add(rate);
            rate = round(generator);
        }
        if (rates.isEmpty()) {
            throw new IOException("It ended before the first round did");
        }
        rates.sort(Comparator.comparingDouble(Rate::aSecond));
        return rates.get(rates.size() / 2);
    }

    /** Each request a single time. */
    public Rate once(List<Request> requests) throws IOException {
        var generator = new LoadGenerator(server, requests);
        return rate(() -> generator.run(CONNECTIONS, requests.size()));
    }

    private static boolean isTrue(Callable<Boolean> question) throws IOException {
        try {
            return question.call();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void warmUp(LoadGenerator generator) throws IOException {
        var fastest = 0.0;
        var since = 0;
        for (var round = 0; round < LONGEST_WARM_UP && since < SHORTEST_WARM_UP; round++) {
            var rate = round(generator).aSecond();
            since = rate > fastest * STEADY ? 0 : since + 1;
            fastest = Math.max(fastest, rate);
        }
    }

    private Rate round(LoadGenerator generator) throws IOException {
        return rate(() -> generator.run(CONNECTIONS, ROUND));
    }

    @FunctionalInterface
    private interface Running {
        Load run() throws IOException;
    }

    private Rate rate(Running running) throws IOException {
        var before = clock.get();
        var load = running.run();
        var cost = clock.get().minus(before).toNanos() / 1e6 / load.requests();
        return new Rate(load.requestsPerSecond(), cost, load.medianMilliseconds(), load.p99Milliseconds());
    }
}
