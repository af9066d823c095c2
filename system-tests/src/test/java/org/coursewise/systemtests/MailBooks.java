package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coursewise.localstack.LocalStack;

/**
 * What was asked for, held against the record of messages and against the mails that came.
 *
 * @param records by status
 * @param idsOf the Message-IDs of the mails that each recipient got, in their order
 */
record MailBooks(int asked, Map<String, Integer> records, Map<String, List<String>> idsOf) {

    private static final Set<String> OPEN = Set.of("queued", "sending", "deferred");

    /**
     * Once nothing is open any more.
     *
     * @param ending of all addresses that were written to
     */
    static MailBooks closed(LocalStack stack, MailSink mails, String ending, int asked, Duration patience) {
        var records = settled(stack, ending, asked, patience);
        return new MailBooks(
                asked,
                records,
                mails.delivered(ending).stream()
                        .collect(Collectors.groupingBy(
                                MailSink.Delivered::to,
                                Collectors.mapping(MailSink.Delivered::messageId, Collectors.toList()))));
    }

    /** With the mails of the stack's own mail server. */
    static MailBooks closed(LocalStack stack, String ending, int asked, Duration patience) {
        var records = settled(stack, ending, asked, patience);
        var idsOf = new HashMap<String, List<String>>();
        for (var to : recipients(stack, ending)) {
            var ids = new MailFolder(stack, to).messageIds();
            if (!ids.isEmpty()) {
                idsOf.put(to, ids);
            }
        }
        return new MailBooks(asked, records, idsOf);
    }

    private static Map<String, Integer> settled(LocalStack stack, String ending, int asked, Duration patience) {
        return Awaitility.await("an end of the mails to " + ending)
                .atMost(patience)
                .pollInterval(1, TimeUnit.SECONDS)
                .until(
                        () -> records(stack, ending),
                        found -> total(found.values()) >= asked
                                && found.keySet().stream().noneMatch(OPEN::contains));
    }

    /** How many messages are in each state. */
    static Map<String, Integer> records(LocalStack stack, String ending) {
        var counts = new TreeMap<String, Integer>();
        each(stack, ending, message -> counts.merge(message.getString("status"), 1, Integer::sum));
        return counts;
    }

    private static Set<String> recipients(LocalStack stack, String ending) {
        var found = new TreeSet<String>();
        each(stack, ending, message -> found.add(message.getString("to")));
        return found;
    }

    private static void each(LocalStack stack, String ending, Consumer<Document> each) {
        try (var client = MongoClients.create(stack.mongoUri("email"))) {
            client.getDatabase("email")
                    .getCollection("messages")
                    .find(Filters.regex("to", Pattern.quote(ending) + "$"))
                    .projection(Projections.include("to", "status"))
                    .forEach(each);
        }
    }

    int deliveries() {
        return total(idsOf.values().stream().map(List::size).toList());
    }

    /** Mails that came once more than they should have. */
    int repeated() {
        return deliveries() - idsOf.size();
    }

    long messageIds() {
        return idsOf.values().stream().flatMap(List::stream).distinct().count();
    }

    /** One record and one recipient for each that was asked for, and of what came twice one Message-ID. */
    void nothingIsLostAndRepeatedAtMost(int times) {
        assertThat(records).as(toString()).isEqualTo(Map.of("sent", asked));
        assertThat(idsOf).as(toString()).hasSize(asked);
        assertThat(messageIds()).as(toString()).isEqualTo(asked);
        assertThat(idsOf.values()).as(toString()).allSatisfy(ids -> assertThat(Set.copyOf(ids))
                .hasSize(1));
        assertThat(repeated()).as(toString()).isLessThanOrEqualTo(times);
    }

    private static int total(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return "asked for %d: records %s, deliveries %d, recipients %d, repeated %d, Message-IDs %d"
                .formatted(asked, records, deliveries(), idsOf.size(), repeated(), messageIds());
    }
}
