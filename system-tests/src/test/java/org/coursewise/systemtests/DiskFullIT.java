package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The disk that all stores share is full while people work. Nobody is told that something is done which is not kept; once
 * there is space again all goes on. A store may end of it, as they do rather than forget, and is started again.
 */
@Tag("faults")
@Tag("long")
class DiskFullIT {

    private static final int MEGABYTES = 900;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration FULL = Duration.ofSeconds(Integer.getInteger("full", 30));
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration MAILED = Duration.ofMinutes(2);
    private static final long TOP_UP_MILLIS = 100;
    private static final List<String> STORES = List.of("postgres", "kafka", "mongo", "mail");
    private static final List<String> SERVICES = List.of("auth", "course", "email", "gateway");

    @Test
    void nobodyIsToldThatSomethingIsDoneWhichIsNotKept() throws Exception {
        var mounted = SmallDisk.at(Path.of(System.getProperty("stack.home") + "-full"), MEGABYTES);
        assumeThat(mounted)
                .as("a file system of limited size, which root alone may mount, and not everywhere")
                .isPresent();
        try (var disk = mounted.orElseThrow();
                var stack = LocalStack.start(options(disk))) {
            fillWhilePeopleWork(disk, stack);
        }
    }

    private static void fillWhilePeopleWork(SmallDisk disk, LocalStack stack) throws InterruptedException {
        var people = new HardTimes(stack, "full.disk", DEADLINE);
        var figures = "";
        try (people) {
            people.begin();
            people.beginToSendFiles();
            people.beginToSendMails();
            TimeUnit.MILLISECONDS.sleep(BEFORE.toMillis());
            var before = people.tally().right();
            var taken = 0L;
            var until = System.nanoTime() + FULL.toNanos();
            while (System.nanoTime() < until) {
                taken += disk.fill();
                TimeUnit.MILLISECONDS.sleep(TOP_UP_MILLIS);
            }
            var ended = ended(stack, STORES);
            figures = "%d right before, the last %d MiB taken, ended of it: %s".formatted(before, taken >> 20, ended);
            disk.free();
            ended.forEach(stack::restart);
            figures += ", nobody put off %d ms after there was space"
                    .formatted(people.tally().millisUntilCalm(CALM, SOON));
        } finally {
            System.out.printf("disk full for %d s: %s; %s%n", FULL.toSeconds(), people.tally(), figures);
            people.tally().wrong().stream().limit(20).forEach(System.out::println);
        }
        people.whatWasAnsweredIsThere();
        var books = RegistrationBooks.closed(stack, "full.disk.", people.everybodyComesBack(), MAILED);
        var mails = MailBooks.closed(stack, people.ending(), people.mailed().size(), MAILED);
        System.out.printf(
                "disk full for %d s: %s; and all came back: %s; mails %s%n",
                FULL.toSeconds(), people.lost(), books, mails);

        assertThat(ended(stack, SERVICES)).as("services that ended").isEmpty();
        assertThat(people.tally().wrong()).as(people.tally().toString()).isEmpty();
        assertThat(people.tally().putOff()).isPositive();
        books.agree();
        assertThat(mails.records().keySet()).as(mails.toString()).containsExactly("sent");
        assertThat(mails.idsOf().keySet()).as(mails.toString()).containsAll(people.mailed());
        people.everybodyIsEnrolledOnce();
        new Reconciliation(stack).outboxesAreEmpty();
    }

    private static List<String> ended(LocalStack stack, List<String> parts) {
        return parts.stream().filter(part -> !stack.isRunning(part)).toList();
    }

    private static StackOptions options(SmallDisk disk) {
        return StackOptions.in(disk.folder())
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                // whoever could not be written to is tried again soon
                .withSettings(Map.of("COURSEWISE_MAIL_FIRST_RETRY", "PT1S", "COURSEWISE_MAIL_LONGEST_RETRY", "PT5S"))
                .withParts(Set.of("postgres", "kafka", "mongo", "mail", "gateway", "auth", "course", "email"));
    }
}
