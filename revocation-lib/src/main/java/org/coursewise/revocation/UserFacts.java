package org.coursewise.revocation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.jspecify.annotations.Nullable;

/** What auth's facts about users and machine clients mean for their tokens. Those that mean nothing are passed over. */
final class UserFacts {

    private static final System.Logger LOG = System.getLogger(UserFacts.class.getName());
    private static final String PREFIX = "org.coursewise.auth.user.";

    private final DenyList list;
    private final AtomicLong skipped = new AtomicLong();

    record User(@Nullable String userId) {}

    record Client(@Nullable String clientId) {}

    record TokenRevoked(@Nullable String jti) {}

    record SessionsEnded(@Nullable List<String> sessionIds) {}

    record RolesChanged(@Nullable String userId, @Nullable Set<String> roles) {}

    UserFacts(DenyList list) {
        this.list = list;
    }

    /** Never fails: what is no fact is skipped, since nothing may keep the facts behind it from being heard. */
    void hear(ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader(DeadLetters.REPLAY_FOR) != null) {
            // an old fact that some group's consumer could not handle; here it was heard when it was new
            return;
        }
        try {
            hear(EventRecords.fromRecord(record));
        } catch (RuntimeException e) {
            skipped.incrementAndGet();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The deny list skips {0}-{1}@{2}, which is no fact about a user: {3}",
                    record.topic(),
                    Integer.toString(record.partition()),
                    Long.toString(record.offset()),
                    e.getMessage());
        }
    }

    /** How many records were no facts. */
    long skipped() {
        return skipped.get();
    }

    private void hear(Event fact) {
        switch (fact.type()) {
            case PREFIX + "sessions-ended" -> {
                var ended = fact.data(SessionsEnded.class);
                list.endSessions(there("sessionIds", ended.sessionIds()), fact.time());
            }
            // an id is not given to anybody again: this bar is never lifted
            case PREFIX + "locked", PREFIX + "deleted" -> list.bar(user(fact), fact.time());
            case PREFIX + "client-revoked" ->
                list.bar(there("clientId", fact.data(Client.class).clientId()), fact.time());
            case PREFIX + "token-revoked" ->
                list.end(there("jti", fact.data(TokenRevoked.class).jti()), fact.time());
            case PREFIX + "unlocked" -> list.lift(user(fact));
            case PREFIX + "roles-changed" -> {
                var changed = fact.data(RolesChanged.class);
                list.hold(there("userId", changed.userId()), there("roles", changed.roles()), fact.time());
            }
            default -> {}
        }
    }

    private static String user(Event fact) {
        return there("userId", fact.data(User.class).userId());
    }

    private static <T> T there(String member, @Nullable T value) {
        if (value == null) {
            throw new UnprocessableEventException(member + " has to be there");
        }
        return value;
    }
}
