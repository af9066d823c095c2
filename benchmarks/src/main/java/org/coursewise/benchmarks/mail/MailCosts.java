package org.coursewise.benchmarks.mail;

import com.mongodb.client.MongoClients;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/**
 * Mails from the command in Kafka to the SMTP server's 250, held against the mail library alone, which keeps nothing, at as
 * many threads and with the same texts; how long one takes when nothing else is to be done; and what a dead domain does to
 * the others.
 */
public final class MailCosts implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int MAILS = Integer.getInteger("mail.count", 3_000);
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = Integer.getInteger("costs.rounds", 5);
    private static final int ALONE = 200;
    private static final int DEAD = 500;
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final double LEAST_RATE = .6;
    private static final double LONGEST_MILLISECONDS = 50;
    private static final double SLOWED_AT_MOST = 1.25;
    private static final String URGENT = "password-changed";
    private static final String OTHER = "welcome";

    private final SmtpSink sink = new SmtpSink();
    private final Clock clock = Clock.systemUTC();

    /** Email and what it does not start without: as few as there can be take of the processors. */
    public StackOptions prepare(StackOptions options) {
        var settings = new HashMap<>(options.settings());
        settings.put("COURSEWISE_SMTP_PORT", Integer.toString(sink.port()));
        settings.put("COURSEWISE_SMTP_CONNECTIONS", Integer.toString(THREADS));
        settings.put("COURSEWISE_SMTP_DOMAIN_CONNECTIONS", Integer.toString(THREADS / 2));
        // the library alone does not sign either
        settings.put("COURSEWISE_DKIM_SELECTOR", "");
        settings.put("COURSEWISE_DKIM_KEY_FILE", "");
        return options.withParts(Set.of("postgres", "kafka", "mongo", "auth", "email"))
                .withSettings(settings);
    }

    public List<Figure> measure(LocalStack stack)
            throws InterruptedException, ExecutionException, IOException, MessagingException {
        try (var commands = new Commands(stack.kafkaBootstrapServers(), clock);
                var mongo = MongoClients.create(stack.mongoUri("email"))) {
            var messages = mongo.getDatabase("email").getCollection("messages");
            var rounds = new MailRounds(sink, commands, messages);
            var figures = new ArrayList<Figure>();
            figures.addAll(rates(stack, rounds, "mails about security", URGENT));
            figures.addAll(rates(stack, rounds, "mails that can be turned off", OTHER));
            figures.add(alone(rounds));
            figures.add(besideTheDead(rounds));
            return List.copyOf(figures);
        }
    }

    @Override
    public void close() {
        sink.close();
    }

    private List<Figure> rates(LocalStack stack, MailRounds rounds, String what, String template)
            throws InterruptedException, ExecutionException, IOException, MessagingException {
        for (var i = 0; i < WARM_UP_ROUNDS; i++) {
            rounds.prepare();
            rounds.through(template, MAILS);
        }
        try (var angus = new AngusAlone(sink.port(), THREADS, sink.lastMail(), clock)) {
            for (var i = 0; i < WARM_UP_ROUNDS; i++) {
                rounds.by(angus, MAILS);
            }
            var ours = new double[ROUNDS];
            var theirs = new double[ROUNDS];
            var email = new double[ROUNDS];
            var store = new double[ROUNDS];
            for (var i = 0; i < ROUNDS; i++) {
                rounds.prepare();
                var emailBefore = stack.processorTime("email");
                var storeBefore = stack.processorTime("mongo");
                ours[i] = MAILS / rounds.through(template, MAILS);
                email[i] = millisecondsEach(stack.processorTime("email").minus(emailBefore));
                store[i] = millisecondsEach(stack.processorTime("mongo").minus(storeBefore));
                theirs[i] = MAILS / rounds.by(angus, MAILS);
            }
            return List.of(
                    new Figure(
                            what + ", " + THREADS + " threads",
                            "a second",
                            median(ours),
                            median(theirs),
                            "Angus Mail alone, this run",
                            Goal.atLeast(LEAST_RATE)),
                    new Figure(
                            "processor time of email for one of those",
                            "ms CPU",
                            median(email),
                            median(store),
                            "of the embedded store",
                            Goal.none()));
        }
    }

    private static Figure alone(MailRounds rounds) {
        rounds.prepare();
        var times = IntStream.range(0, ALONE)
                .mapToDouble(i -> rounds.alone(URGENT, IDLE))
                .toArray();
        return new Figure(
                "from the command to the 250 when idle, median of " + ALONE,
                "ms",
                median(times),
                LONGEST_MILLISECONDS,
                "wanted",
                Goal.atMost(1));
    }

    private static Figure besideTheDead(MailRounds rounds) {
        var without = new double[ROUNDS];
        var with = new double[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            rounds.prepare();
            without[i] = rounds.through(OTHER, MAILS);
            rounds.prepare();
            with[i] = rounds.besideTheDead(OTHER, MAILS, DEAD);
        }
        return new Figure(
                "%d mails beside %d to a domain whose server is silent".formatted(MAILS, DEAD),
                "s",
                median(with),
                median(without),
                "without those, this run",
                Goal.atMost(SLOWED_AT_MOST));
    }

    private static double millisecondsEach(Duration all) {
        return all.toNanos() / 1e6 / MAILS;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
