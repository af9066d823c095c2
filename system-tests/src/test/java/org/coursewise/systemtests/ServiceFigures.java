package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coursewise.localstack.LocalStack;

/** What the services tell Prometheus, which asks each of them and no gateway. */
final class ServiceFigures {

    static final List<String> SERVICES = List.of("auth", "course", "email");

    private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(2);

    private final LocalStack stack;

    ServiceFigures(LocalStack stack) {
        this.stack = stack;
    }

    /** Prometheus' lines but for its comments. */
    List<String> lines(String service) {
        var addresses = stack.addresses();
        var server = new Api(
                switch (service) {
                    case "auth" -> addresses.auth();
                    case "course" -> addresses.course();
                    default -> addresses.email();
                });
        var answer = server.send(
                server.request("/metrics").header("Accept", "text/plain").timeout(SCRAPE_TIMEOUT));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** The lines of one figure. */
    List<String> lines(String service, String metric) {
        return lines(service).stream()
                .filter(line -> line.startsWith(metric + "{"))
                .toList();
    }

    List<Double> values(String service, String metric) {
        return lines(service, metric).stream()
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }
}
