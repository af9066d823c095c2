package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coursewise.localstack.LocalStack;

/**
 * Who was told to be registered, held against accounts, the outbox, the record of messages and the mailboxes. A message that
 * no committed row of the outbox asks for would be one of a registration that was rolled back.
 *
 * @param answered the addresses of those who were answered
 * @param commands ids of the outbox's rows that ask for a mail to them
 * @param messages their status, by id: a message has the id of the event that asked for it
 * @param mails the Message-IDs of what is in all their mailboxes
 */
record RegistrationBooks(
        Set<String> answered,
        Set<String> users,
        Set<String> commands,
        Map<String, String> messages,
        List<String> mails) {

    private static final String USERS = "select email from account where email like ?";
    private static final String COMMANDS = """
            select id from outbox where aggregatetype = 'email.command.v1'
            and aggregateid in (select id::text from account where email like ?)
            """;

    /** @param prefix of all their addresses, and of nobody else's */
    static RegistrationBooks closed(LocalStack stack, String prefix, Set<String> answered, Duration patience) {
        return Awaitility.await("the mails to " + prefix)
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(IllegalStateException.class)
                .until(() -> of(stack, prefix, answered), RegistrationBooks::areSettled);
    }

    private static RegistrationBooks of(LocalStack stack, String prefix, Set<String> answered) {
        var stores = new Stores(stack);
        var mails = new ArrayList<String>();
        for (var person : answered) {
            mails.addAll(new MailFolder(stack, person).messageIds());
        }
        return new RegistrationBooks(
                answered,
                new HashSet<>(stores.query("auth", USERS, prefix + "%")),
                new HashSet<>(stores.query("auth", COMMANDS, prefix + "%")),
                messages(stack, prefix),
                mails);
    }

    private static Map<String, String> messages(LocalStack stack, String prefix) {
        try (var client = MongoClients.create(stack.mongoUri("email") + "?uuidRepresentation=standard")) {
            var found = new HashMap<String, String>();
            for (Document message : client.getDatabase("email")
                    .getCollection("messages")
                    .find(Filters.regex("to", "^" + Pattern.quote(prefix)))) {
                found.put(message.get("_id", UUID.class).toString(), message.getString("status"));
            }
            return found;
        }
    }

    private boolean areSettled() {
        return users.containsAll(answered)
                && commands.size() >= answered.size()
                && messages.keySet().containsAll(commands)
                && messages.values().stream().allMatch("sent"::equals)
                && messageIds() >= messages.size();
    }

    private long messageIds() {
        return mails.stream().distinct().count();
    }

    /** Mails that came once more than they should have. */
    long repeated() {
        return mails.size() - messageIds();
    }

    /** Each has an account, each command a message, each message a mail; and nothing is there that nobody asked for. */
    void agree() {
        assertThat(users).as(toString()).isEqualTo(answered);
        assertThat(commands).as(toString()).hasSizeGreaterThanOrEqualTo(answered.size());
        assertThat(messages.keySet()).as(toString()).isEqualTo(commands);
        assertThat(messages.values()).as(toString()).containsOnly("sent");
        assertThat(messageIds()).as(toString()).isEqualTo(messages.size());
    }

    @Override
    public String toString() {
        return "answered %d, users %d, outbox rows %d, messages %d, deliveries %d, repeated %d, Message-IDs %d"
                .formatted(
                        answered.size(),
                        users.size(),
                        commands.size(),
                        messages.size(),
                        mails.size(),
                        repeated(),
                        messageIds());
    }
}
