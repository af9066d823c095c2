package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The release before starts and works on the schema of this one, beside this one, as it does while a release is rolled out
 * or taken back. What a migration must keep to for that is in docs/adr/0016.
 */
@Tag("faults")
@Tag("long")
class PreviousReleaseIT {

    private static final System.Logger LOG = System.getLogger(PreviousReleaseIT.class.getName());
    private static final List<String> SERVICES = List.of("auth", "course", "email");
    private static final String NOTHING_BEFORE =
            "Skipped: git knows no release (tag v…) before this commit, or there is no git";
    private static final int REQUESTS_OF_EACH_KIND = 60;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void theReleaseBeforeWorksOnTheNewSchemaBesideThisOne() {
        var found = PreviousRelease.find(
                Path.of(System.getProperty("checkout")), Path.of(System.getProperty("previous.home")));
        if (found.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, NOTHING_BEFORE);
        }
        assumeTrue(found.isPresent(), NOTHING_BEFORE);
        var previous = found.get();
        try (var stack = LocalStack.start(options(previous.libertyHome()))) {
            // The schema is this release's by now, whoever was first to start
            SERVICES.forEach(service -> stack.stop(service + "-2"));
            var traffic = new Traffic(stack);
            try (traffic) {
                traffic.begin();
                SERVICES.forEach(service -> stack.restart(service + "-2"));
                var before = traffic.answered();
                Awaitility.await("requests while both releases answer")
                        .atMost(LONGEST)
                        .until(() -> haveGrown(before, traffic.answered()));
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} beside this release; answered: {1}",
                    previous.tag(),
                    traffic.answered());
            assertThat(traffic.failures()).as("of " + traffic.answered()).isEmpty();
            var books = new Reconciliation(stack);
            books.outboxesAreEmpty();
            books.eachHasOneOfEach(Traffic.REGISTERED, traffic.registered());
            traffic.enrolments().forEach(books::eachEnrolmentHasOneMail);
        }
    }

    private static boolean haveGrown(Map<String, Integer> before, Map<String, Integer> now) {
        return now.entrySet().stream()
                .allMatch(kind -> kind.getValue() - before.getOrDefault(kind.getKey(), 0) >= REQUESTS_OF_EACH_KIND);
    }

    private static StackOptions options(Path previous) {
        var parts = new HashSet<>(Set.of("postgres", "kafka", "mongo", "mail", "gateway"));
        var options = StackOptions.in(Path.of(System.getProperty("stack.home") + "-previous"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset());
        for (var service : SERVICES) {
            parts.addAll(List.of(service, service + "-2"));
            options = options.withReplicas(service, 2).withRelease(service + "-2", previous);
        }
        return options.withParts(parts);
    }
}
