package org.coursewise.benchmarks.mail;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;

/** The same number of mails, again and again, each time to other addresses. */
final class MailRounds {

    private static final int DOMAINS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> VARIABLES = Map.of(
            "displayName", "Ada Lovelace", "at", "2026-11-28 04:00 UTC", "device", "a phone", "address", "192.0.2.1");

    private final SmtpSink sink;
    private final Commands commands;
    private final MongoCollection<Document> messages;
    private int used;

    MailRounds(SmtpSink sink, Commands commands, MongoCollection<Document> messages) {
        this.sink = sink;
        this.commands = commands;
        this.messages = messages;
    }

    /**
     * Waits until all is written down and told, then empties the store: the embedded one looks at each message for each
     * question, where a MongoDB has an index.
     */
    void prepare() {
        var alive = Filters.ne("domain", SmtpSink.DEAD_DOMAIN);
        var isOpen = Filters.in("status", "queued", "sending");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        messages.countDocuments(Filters.and(alive, Filters.or(isOpen, Filters.exists("untoldSince"))))
                                == 0);
        messages.deleteMany(new Document());
        sink.forget();
    }

    /** Seconds until each of so many mails is answered. */
    double through(String template, int count) {
        return through(template, recipients(count).toList(), count);
    }

    /** The same beside mails to the dead, who come first, so that they hold all the senders they may hold. */
    double besideTheDead(String template, int count, int dead) {
        var theirs = recipients(dead).map(to -> to.substring(0, to.indexOf('@') + 1) + SmtpSink.DEAD_DOMAIN);
        return through(template, Stream.concat(theirs, recipients(count)).toList(), count);
    }

    private double through(String template, List<String> recipients, int answered) {
        var began = System.nanoTime();
        commands.mail(template, VARIABLES, recipients);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> sink.count() >= answered);
        return (sink.lastAt() - began) / 1e9;
    }

    /** Seconds that the library takes for as many. */
    double by(AngusAlone angus, int count) throws InterruptedException, ExecutionException {
        sink.forget();
        var recipients = recipients(count).toList();
        var began = System.nanoTime();
        angus.send(recipients);
        return (sink.lastAt() - began) / 1e9;
    }

    /** Milliseconds from the command to the answer of one mail; begins when nothing has been done for a while. */
    double alone(String template, Duration pause) {
        var to = recipients(1).toList();
        var began = System.nanoTime();
        commands.mail(template, VARIABLES, to);
        Awaitility.await().atMost(PATIENCE).pollDelay(pause).until(() -> sink.answeredAt(to.get(0))
                .isPresent());
        return (sink.answeredAt(to.get(0)).orElseThrow() - began) / 1e6;
    }

    private Stream<String> recipients(int count) {
        used++;
        var round = used;
        return IntStream.range(0, count).mapToObj(i -> "r%d.%d@d%d.example".formatted(round, i, i % DOMAINS));
    }
}
