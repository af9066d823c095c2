package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessagesIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final MessageFilter ALL = new MessageFilter(null, null, null);

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
    }

    @Test
    void whatIsStoredIsReadBackUnchanged() {
        var queued = message("ada@example.org", "u1", NOON);
        messages.add(queued);
        assertThat(messages.find(queued.id())).contains(queued);

        var deferred = queued.claimed("me", NOON, LEASE).deferred(NOON, "451 later", NOON.plusSeconds(5));
        var steps = List.of(queued.claimed("me", NOON, LEASE), deferred);
        steps.forEach(step -> assertThat(messages.replace(step)).isTrue());
        assertThat(messages.find(queued.id())).contains(deferred);
    }

    @Test
    void theSameIdIsStoredOnce() {
        var first = message("ada@example.org", null, NOON);
        var again = Message.queued(first.id(), content("bob@example.org", null), NOON.plusSeconds(1), null);

        assertThat(messages.add(first)).isTrue();
        assertThat(messages.add(again)).isFalse();
        assertThat(messages.find(first.id())).contains(first);
    }

    @Test
    void ofTwoWhoClaimAMessageOneGetsIt() {
        var queued = message("ada@example.org", null, NOON);
        messages.add(queued);

        assertThat(messages.claim(queued.claimed("one", NOON, LEASE), NOON)).isTrue();
        assertThat(messages.claim(queued.claimed("two", NOON, LEASE), NOON)).isFalse();
        assertThat(messages.find(queued.id()).orElseThrow().isLeasedBy("one")).isTrue();
    }

    @Test
    void whatManyThreadsWriteAtOnceIsStoredOnceAndClaimedByOne() throws Exception {
        var all = IntStream.range(0, 200)
                .mapToObj(i -> message("r" + i + "@example.org", null, NOON))
                .toList();
        // each message four times, by as many threads
        assertThat(atOnce(all, 4, (message, thread) -> messages.add(message))).isEqualTo(all.size());
        assertThat(atOnce(
                        all,
                        4,
                        (message, thread) -> messages.claim(message.claimed("owner" + thread, NOON, LEASE), NOON)))
                .isEqualTo(all.size());
        var claimed = all.stream()
                .map(message -> messages.find(message.id()).orElseThrow())
                .toList();
        assertThat(claimed).allMatch(message -> message.attempts() == 1);
        assertThat(atOnce(claimed, 1, (message, thread) -> messages.replace(message.sent(NOON, "250"))))
                .isEqualTo(all.size());
    }

    private interface Write {
        boolean of(Message message, int thread);
    }

    /** How many of the writes succeeded. */
    private static long atOnce(List<Message> all, int threadsEach, Write write) throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var writes = all.stream()
                    .flatMap(message -> IntStream.range(0, threadsEach)
                            .mapToObj(thread -> threads.submit(() -> write.of(message, thread))))
                    .toList();
            var succeeded = 0;
            for (var one : writes) {
                succeeded += one.get() ? 1 : 0;
            }
            return succeeded;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anAttemptIsDueAgainWhenItsLeaseIsOverUnlessItWasRenewed() {
        var queued = message("ada@example.org", null, NOON);
        messages.add(queued);
        var sending = queued.claimed("one", NOON, LEASE);
        messages.claim(sending, NOON);

        assertThat(due(NOON.plusSeconds(29), 10, List.of())).isEmpty();
        assertThat(due(NOON.plusSeconds(30), 10, List.of())).containsExactly(sending);

        messages.renewLeases("another", List.of(queued.id()), NOON.plusSeconds(90));
        assertThat(due(NOON.plusSeconds(30), 10, List.of())).hasSize(1);
        messages.renewLeases("one", List.of(queued.id()), NOON.plusSeconds(60));
        assertThat(due(NOON.plusSeconds(30), 10, List.of())).isEmpty();

        var late = NOON.plusSeconds(30);
        assertThat(messages.claim(sending.claimed("two", late, LEASE), late))
                .as("claimed by what was read before the renewal")
                .isFalse();
        assertThat(messages.replace(sending.sent(late, "250"))).isTrue();
    }

    @Test
    void theLongestDueComesFirstAndWhatIsInHandNotAtAll() {
        var added = new ArrayList<Message>();
        for (var second : new int[] {3, 1, 2, 90}) {
            var message = message("ada@example.org", null, NOON.plusSeconds(second));
            messages.add(message);
            added.add(message);
        }
        assertThat(due(NOON.plusSeconds(60), 10, List.of())).containsExactly(added.get(1), added.get(2), added.get(0));
        assertThat(due(NOON.plusSeconds(60), 1, List.of(added.get(1).id()))).containsExactly(added.get(2));
    }

    @Test
    void whatIsUrgentAndWhatGoesToAFullDomainIsAskedForApart() {
        var verification = message("ada@example.org", null, NOON);
        var welcome = welcome("ada@example.org");
        var elsewhere = welcome("ada@example.com");
        List.of(welcome, verification, elsewhere).forEach(messages::add);
        var all = new DeliveryQueue.Room(10, Set.of());
        var notThere = new DeliveryQueue.Room(10, Set.of("example.org"));

        assertThat(messages.due(NOON, true, all, List.of())).containsExactly(verification);
        assertThat(messages.due(NOON, true, notThere, List.of())).isEmpty();
        assertThat(messages.due(NOON, false, all, List.of())).containsExactlyInAnyOrder(welcome, elsewhere);
        assertThat(messages.due(NOON, false, notThere, List.of())).containsExactly(elsewhere);
    }

    @Test
    void whatAnOlderReleaseStoredIsFoundToo() {
        var verification = message("ada@example.org", null, NOON);
        messages.add(verification);
        var older = new Document("$unset", new Document("urgent", "").append("domain", ""));
        MONGO.database().getCollection("messages").updateMany(new Document(), older);

        var room = new DeliveryQueue.Room(10, Set.of("example.org"));
        assertThat(messages.due(NOON, false, room, List.of())).containsExactly(verification);
    }

    @Test
    void secretsOfWhatFailedAreForgottenAfterAWhile() {
        var queued = message("ada@example.org", null, NOON);
        messages.add(queued);
        messages.replace(queued.claimed("me", NOON, LEASE));
        messages.replace(queued.claimed("me", NOON, LEASE).bounced(NOON, "550 no"));

        messages.forgetSecrets(NOON);
        assertThat(sealedOf(queued)).isNotEmpty();
        messages.forgetSecrets(NOON.plusSeconds(1));
        assertThat(sealedOf(queued)).isEmpty();
    }

    @Test
    void aRecipientIsForgottenAndWhatTheyHadStillToGetIsGivenUp() {
        var pending = message("ada@example.org", "u1", NOON);
        var sentBefore = message("ada@example.org", null, NOON);
        var others = message("bob@example.org", "u2", NOON);
        List.of(pending, sentBefore, others).forEach(messages::add);
        messages.replace(sentBefore.claimed("me", NOON, LEASE));
        messages.replace(sentBefore.claimed("me", NOON, LEASE).sent(NOON, "250"));

        messages.forgetRecipient("u1", Set.of("ada@example.org"), NOON.plusSeconds(1));

        var forgotten = messages.find(pending.id()).orElseThrow();
        assertThat(forgotten.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(forgotten.lastReply()).isEqualTo("The recipient's account was deleted");
        assertThat(messages.find(sentBefore.id()).orElseThrow().status()).isEqualTo(MessageStatus.SENT);
        assertThat(MONGO.database().getCollection("messages").find())
                .filteredOn(document -> !document.get("_id").equals(others.id().value()))
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.toJson()).doesNotContain("Ada", "ada@", "u1", "link"));
        assertThat(messages.find(others.id())).contains(others);
        assertThat(due(NOON.plusSeconds(5), 10, List.of())).containsExactly(others);
    }

    @Test
    void aListIsPagedNewestFirstEvenWhenManyAreOfTheSameMoment() {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 7; i++) {
            var message = message("ada@example.org", null, NOON.plusSeconds(i / 3));
            messages.add(message);
            ids.add(message.id().value());
        }
        var seen = new ArrayList<UUID>();
        @Nullable MessageCursor cursor = null;
        for (var page = messages.list(ALL, null, 2); !page.isEmpty(); page = messages.list(ALL, cursor, 2)) {
            page.forEach(message -> seen.add(message.id().value()));
            cursor = MessageCursor.of(page.get(page.size() - 1));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(seen.get(0)).isEqualTo(ids.get(6));
    }

    @Test
    void aListIsFilteredByStatusRecipientAndTemplate() {
        var ada = message("ada@example.org", null, NOON);
        var bob = message("bob@example.org", null, NOON);
        List.of(ada, bob).forEach(messages::add);
        messages.replace(bob.claimed("me", NOON, LEASE));

        assertThat(list(MessageStatus.QUEUED, null, null)).containsExactly(ada.id());
        assertThat(list(MessageStatus.SENDING, null, null)).containsExactly(bob.id());
        assertThat(list(null, "ada@example.org", null)).containsExactly(ada.id());
        assertThat(list(null, "ada@example.org", "welcome")).isEmpty();
        assertThat(list(null, "bob@example.org", "email-verification")).containsExactly(bob.id());
    }

    private List<Message> due(Instant now, int limit, List<MessageId> inHand) {
        return messages.due(now, true, new DeliveryQueue.Room(limit, Set.of()), inHand);
    }

    private List<MessageId> list(@Nullable MessageStatus status, @Nullable String to, @Nullable String template) {
        var filter = new MessageFilter(status, to == null ? null : new EmailAddress(to), template);
        return messages.list(filter, null, 10).stream().map(Message::id).toList();
    }

    private Map<String, String> sealedOf(Message message) {
        return messages.find(message.id()).orElseThrow().content().sealedVariables();
    }

    @Test
    void theBacklogTellsHowManyAreInAStateAndSinceWhen() {
        var backlog = new MessageBacklog(MONGO.database());
        assertThat(backlog.now().get(MessageStatus.QUEUED)).isEqualTo(new MessageBacklog.State(0, null));

        messages.add(message("ada@example.org", null, NOON.plusSeconds(5)));
        messages.add(message("bob@example.org", null, NOON));
        var sent = message("eve@example.org", null, NOON.minusSeconds(5));
        messages.add(sent);
        messages.replace(sent.claimed("one", NOON, LEASE));
        messages.replace(sent.claimed("one", NOON, LEASE).sent(NOON, "250 taken"));

        assertThat(backlog.now())
                .containsEntry(MessageStatus.QUEUED, new MessageBacklog.State(2, NOON))
                .containsEntry(MessageStatus.SENDING, new MessageBacklog.State(0, null))
                .doesNotContainKey(MessageStatus.SENT);
    }

    private static Message welcome(String to) {
        var content = new Content(new EmailAddress(to), null, "welcome", "en", Map.of("displayName", "Ada"), Map.of());
        return Message.queued(new MessageId(UUID.randomUUID()), content, NOON, null);
    }

    private static Message message(String to, @Nullable String userId, Instant now) {
        return Message.queued(
                new MessageId(UUID.randomUUID()),
                content(to, userId),
                now,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private static Content content(String to, @Nullable String userId) {
        return new Content(
                new EmailAddress(to),
                userId,
                "email-verification",
                "en",
                Map.of("displayName", "Ada"),
                Map.of("link", "k.sealed"));
    }
}
