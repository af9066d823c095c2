package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Half an hour of everything at once. For two thirds of it processes are killed at random, then all is left alone and nothing
 * may grow any more. In the end every answer was right or said that somebody is away, and what was answered is on record.
 */
@Tag("long")
@Tag("soak")
class SoakIT {

    private static final Duration WHOLE = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    private static final long SEED = Long.getLong("soak.seed", 11);
    private static final List<String> VICTIMS =
            List.of("auth", "course", "email", "kafka", "postgres", "mongo", "worker");
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final int COURSES = 1_000;
    private static final int LONGEST_AWAY_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Of whom is away: the gateway's word for a server that is gone, and a server's for its database. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    @Test
    void nothingGrowsAndNothingIsLost() throws InterruptedException {
        try (var stack = LocalStack.start(options())) {
            var traffic = new Traffic(stack, COURSES);
            var growth = new Growth(stack);
            int kills;
            try (traffic) {
                traffic.begin();
                kills = kill(stack, WHOLE.multipliedBy(2).dividedBy(3));
                watch(growth, WHOLE.dividedBy(3));
            }
            System.out.printf("%d kills in %s; answered: %s%n%s", kills, WHOLE, traffic.answered(), growth);
            var failures = traffic.failures().stream()
                    .collect(Collectors.groupingBy(Traffic.Failure::status, Collectors.counting()));
            System.out.println("Answered otherwise, by status: " + failures);
            assertThat(traffic.failures())
                    .as("answers that are neither right nor say that somebody is away")
                    .allMatch(failure -> AWAY.contains(failure.status()));
            growth.isOver();
            agree(stack, traffic, kills);
            Awaitility.await("outboxes and consumers that are done")
                    .atMost(PATIENCE)
                    .until(growth::isNothingWaiting);
        }
    }

    private static int kill(LocalStack stack, Duration time) throws InterruptedException {
        var random = new Random(SEED);
        var kills = 0;
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            stack.kill(victim);
            TimeUnit.SECONDS.sleep(random.nextInt(LONGEST_AWAY_SECONDS));
            stack.restart(victim);
            kills++;
            TimeUnit.SECONDS.sleep(random.nextLong(BETWEEN_KILLS.toSeconds()));
        }
        return kills;
    }

    private static void watch(Growth growth, Duration time) throws InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            growth.look();
            TimeUnit.SECONDS.sleep(BETWEEN_LOOKS.toSeconds());
        }
    }

    /** A registration or an enrolment that was answered is there, and of whatever is there one mail came. */
    private static void agree(LocalStack stack, Traffic traffic, int kills) {
        var stores = new Stores(stack);
        var accounts = new HashSet<>(
                stores.query("auth", "select email from account where email like ?", Traffic.REGISTERED + "%"));
        assertThat(accounts).as("accounts").containsAll(traffic.registered());
        var told = traffic.enrolments().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        var enrolments = stores.query("course", "select id from enrollment where status like ?", "active");
        assertThat(enrolments).as("enrolments").hasSizeGreaterThanOrEqualTo(told);

        var books = Awaitility.await("a mail for each account and each enrolment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .until(
                        () -> Messages.of(stack),
                        found -> found.areSent()
                                && found.of("email-verification") >= accounts.size()
                                && found.of("enrollment-confirmation") >= enrolments.size());
        System.out.printf(
                "%d answered registrations, %d accounts, %d mails to confirm; %d answered enrolments, %d on record, %d mails"
                        + " of them; %d messages, %d lost, %d delivered again%n",
                traffic.registered().size(),
                accounts.size(),
                books.of("email-verification"),
                told,
                enrolments.size(),
                books.of("enrollment-confirmation"),
                books.ids().size(),
                books.lost().size(),
                books.repeated());
        assertThat(books.of("enrollment-confirmation")).isEqualTo(enrolments.size());
        assertThat(books.lost()).isEmpty();
        assertThat(books.repeated())
                .as("a crash right after the SMTP server's 250")
                .isLessThanOrEqualTo(kills);
    }

    /** All messages on record, held against what is in the mailboxes. */
    private record Messages(Map<String, Document> onRecord, List<String> delivered) {

        static Messages of(LocalStack stack) {
            try (var client = MongoClients.create(stack.mongoUri("email") + "?uuidRepresentation=standard")) {
                var onRecord = new HashMap<String, Document>();
                var addresses = new TreeSet<String>();
                for (var message :
                        client.getDatabase("email").getCollection("messages").find()) {
                    onRecord.put(message.get("_id", UUID.class).toString(), message);
                    addresses.add(message.getString("to"));
                }
                var delivered = new ArrayList<String>();
                for (var address : addresses) {
                    delivered.addAll(new MailFolder(stack, address).messageIds());
                }
                return new Messages(onRecord, delivered);
            }
        }

        boolean areSent() {
            return onRecord.values().stream().allMatch(message -> "sent".equals(message.getString("status")));
        }

        long of(String template) {
            return onRecord.values().stream()
                    .filter(message -> template.equals(message.getString("template")))
                    .count();
        }

        Collection<String> ids() {
            return onRecord.keySet();
        }

        Set<String> lost() {
            var came = delivered.stream()
                    .map(id -> id.replaceAll("^[^<]*<|@.*$", ""))
                    .collect(Collectors.toSet());
            var lost = new TreeSet<>(onRecord.keySet());
            lost.removeAll(came);
            return lost;
        }

        long repeated() {
            return delivered.size() - delivered.stream().distinct().count();
        }
    }

    private static StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-soak"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset());
    }
}
