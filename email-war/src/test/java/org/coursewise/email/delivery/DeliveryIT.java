package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.KeyOfTests;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.email.message.Messages;
import org.coursewise.email.message.StatusChange;
import org.coursewise.email.preference.Category;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private final Templates templates = new Templates();
    private final List<Delivery> running = new ArrayList<>();
    private final List<MessageStatus> outcomes = new CopyOnWriteArrayList<>();
    private ScriptedSmtp smtp;
    private Messages messages;
    private Suppressions suppressions;
    private Preferences preferences;
    private Recipients recipients;
    private EmailSettings settings;

    @BeforeEach
    void startSmtp() {
        messages = new Messages(MONGO.database());
        suppressions = new Suppressions(MONGO.database());
        preferences = new Preferences(MONGO.database(), new Erasures(MONGO.database()));
        recipients = new Recipients(MONGO.database());
        smtp = new ScriptedSmtp();
        settings = settings(Map.of());
    }

    @AfterEach
    void stop() {
        running.forEach(delivery -> delivery.stop(Duration.ofSeconds(5)));
        smtp.close();
    }

    @Test
    void aMessageIsSentAtOnceAndItsHistorySaysSo() {
        var intake = start();
        var fastest = PATIENCE;
        for (var first = 0; first < 3; first++) {
            var early = intake.accept(id(), welcome("first" + first + "@example.org"));
            var sent = awaitStatus(early.id(), MessageStatus.SENT);
            var took = Duration.between(sent.createdAt(), sent.sentAt());
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).as("nobody waits until the database is asked").isLessThan(Duration.ofMillis(500));

        var accepted = intake.accept(id(), verification("ada@example.org"));
        var sent = awaitStatus(accepted.id(), MessageStatus.SENT);

        assertThat(sent.history())
                .extracting(StatusChange::status)
                .containsExactly(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.SENT);
        assertThat(sent.lastReply()).isEqualTo("250 taken");
        assertThat(sent.content().sealedVariables()).isEmpty();
        var mail = smtp.delivered().get(3);
        assertThat(mail.recipient()).isEqualTo("ada@example.org");
        assertThat(mail.header("Message-ID")).isEqualTo("<" + sent.id() + "@example.org>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.mail()).contains("https://learn.example.org/verify?token");
    }

    @Test
    void manyMessagesShareAFewConnections() {
        var intake = start();
        var ids = IntStream.range(0, 300)
                .mapToObj(i ->
                        intake.accept(id(), welcome("r" + i + "@example.org")).id())
                .toList();

        ids.forEach(id -> awaitStatus(id, MessageStatus.SENT));
        assertThat(smtp.delivered()).hasSize(300);
        assertThat(smtp.delivered().stream()
                        .map(ScriptedSmtp.Delivered::recipient)
                        .distinct())
                .hasSize(300);
        assertThat(smtp.connections()).isLessThanOrEqualTo(settings.smtp().connections());
    }

    @Test
    void aRecipientWhoCannotBeServedNowIsTriedAgainUntilItWorks() {
        smtp.onRecipient("later@example.org", "451 4.7.1 try again later");
        var id = start().accept(id(), verification("later@example.org")).id();

        var deferred = awaitStatus(id, MessageStatus.DEFERRED);
        assertThat(deferred.lastReply()).contains("451 4.7.1 try again later");
        smtp.forgive("later@example.org");
        var sent = awaitStatus(id, MessageStatus.SENT);
        assertThat(sent.attempts()).isGreaterThan(1);
        assertThat(smtp.delivered()).hasSize(1);
    }

    @Test
    void whoIsNeverServedHasFailedAfterTheLastAttempt() {
        settings = settings(Map.of("coursewise.mail-max-attempts", "3"));
        smtp.onMailTo("never@example.org", "452 4.2.2 full");
        var id = start().accept(id(), verification("never@example.org")).id();

        var failed = awaitStatus(id, MessageStatus.FAILED);
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.lastReply()).contains("452 4.2.2 full");
        assertThat(failed.history()).hasSize(7);
    }

    @Test
    void aRecipientWhoIsRefusedBouncesAtOnceAndForGood() {
        smtp.onRecipient("unknown@example.org", "550 5.1.1 no such user");
        smtp.onMailTo("spam@example.org", "554 5.7.1 refused");
        var intake = start();
        var unknown = intake.accept(id(), welcome("unknown@example.org")).id();
        var spam = intake.accept(id(), welcome("spam@example.org")).id();

        assertThat(awaitStatus(unknown, MessageStatus.BOUNCED).lastReply()).contains("550 5.1.1 no such user");
        assertThat(awaitStatus(spam, MessageStatus.BOUNCED).lastReply()).contains("554 5.7.1 refused");
        assertThat(awaitStatus(spam, MessageStatus.BOUNCED).attempts()).isEqualTo(1);
    }

    @Test
    void aServerThatFallsSilentForOneRecipientDoesNotHoldUpTheOthers() {
        smtp.onMailTo("silent@example.org", ScriptedSmtp.SILENCE);
        settings = settings(Map.of("coursewise.smtp-read-timeout", "PT2S", "coursewise.mail-first-retry", "PT1M"));
        var intake = start();
        var silent = intake.accept(id(), welcome("silent@example.org")).id();
        var others = IntStream.range(0, 50)
                .mapToObj(i ->
                        intake.accept(id(), welcome("r" + i + "@example.org")).id())
                .toList();

        others.forEach(id -> awaitStatus(id, MessageStatus.SENT));
        assertThat(awaitStatus(silent, MessageStatus.DEFERRED).lastReply())
                .isEqualTo("No answer from the SMTP server in time");
    }

    @Test
    void aServerThatIsNotThereIsWaitedFor() {
        var port = smtp.port();
        smtp.close();
        var intake = start();
        var ids = IntStream.range(0, 20)
                .mapToObj(i ->
                        intake.accept(id(), welcome("r" + i + "@example.org")).id())
                .toList();
        ids.forEach(id -> awaitStatus(id, MessageStatus.DEFERRED));

        smtp = new ScriptedSmtp(port);
        ids.forEach(id -> awaitStatus(id, MessageStatus.SENT));
        assertThat(smtp.delivered()).hasSize(20);
    }

    @Test
    void aConnectionThatWasCutIsReplaced() {
        smtp.onMailTo("cut@example.org", ScriptedSmtp.HANG_UP);
        settings = settings(Map.of("coursewise.smtp-connections", "1"));
        var intake = start();
        var cut = intake.accept(id(), welcome("cut@example.org")).id();
        awaitStatus(cut, MessageStatus.DEFERRED);
        smtp.forgive("cut@example.org");

        awaitStatus(cut, MessageStatus.SENT);
        assertThat(outcomes).startsWith(MessageStatus.DEFERRED).endsWith(MessageStatus.SENT);
        assertThat(smtp.delivered())
                .as("taken, but the answer got lost: the one case of a second delivery, under the same id")
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly("<" + cut + "@example.org>");
    }

    @Test
    void whatADeadProcessWasSendingIsTakenUpAfterItsLease() {
        var queued = Message.queued(id(), verification("ada@example.org"), CLOCK.instant(), null);
        messages.add(queued);
        var lease = Duration.ofMillis(1500);
        messages.claim(queued.claimed("a dead process", CLOCK.instant(), lease), CLOCK.instant());
        start();

        var sent = awaitStatus(queued.id(), MessageStatus.SENT);
        assertThat(Duration.between(queued.createdAt(), sent.sentAt())).isGreaterThanOrEqualTo(lease);
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(smtp.delivered()).hasSize(1);
    }

    @Test
    void whatADeadProcessHadSentIsWrittenDownAndNotSentAgain(@TempDir Path folder) {
        var file = folder.resolve("receipts");
        var taken = sendingByADeadProcess();
        var untaken = sendingByADeadProcess();
        try (var receipts = Receipts.in(Optional.of(file), 1)) {
            receipts.place(0).note(taken, "250 2.0.0 taken");
        }
        settings = settings(Map.of("coursewise.mail-receipts", file.toString()));
        start();

        awaitStatus(untaken.id(), MessageStatus.SENT);
        var sent = awaitStatus(taken.id(), MessageStatus.SENT);
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.lastReply()).isEqualTo("250 2.0.0");
        assertThat(smtp.delivered()).hasSize(1);
    }

    private Message sendingByADeadProcess() {
        var queued = Message.queued(id(), verification("ada@example.org"), CLOCK.instant(), null);
        messages.add(queued);
        var claimed = queued.claimed("a dead process", CLOCK.instant(), Duration.ofSeconds(1));
        messages.claim(claimed, CLOCK.instant());
        return claimed;
    }

    @Test
    void anAttemptThatTakesLongerThanItsLeaseStaysItsOwners() {
        smtp.onMailTo("slow@example.org", ScriptedSmtp.SILENCE);
        settings = settings(Map.of(
                "coursewise.mail-lease", "PT0.6S",
                "coursewise.smtp-read-timeout", "PT3S",
                "coursewise.mail-first-retry", "PT1M"));
        var id = start().accept(id(), welcome("slow@example.org")).id();
        start();

        var deferred = awaitStatus(id, MessageStatus.DEFERRED);
        assertThat(deferred.attempts()).isEqualTo(1);
    }

    @Test
    void twoProcessesSendEachMessageOnce() {
        var ids = new ArrayList<MessageId>();
        for (var i = 0; i < 200; i++) {
            var message = Message.queued(id(), welcome("r" + i + "@example.org"), CLOCK.instant(), null);
            messages.add(message);
            ids.add(message.id());
        }
        var one = start();
        var two = start();
        for (var i = 200; i < 300; i++) {
            ids.add((i % 2 == 0 ? one : two)
                    .accept(id(), welcome("r" + i + "@example.org"))
                    .id());
        }

        ids.forEach(id -> awaitStatus(id, MessageStatus.SENT));
        assertThat(smtp.delivered()).hasSize(300);
        assertThat(smtp.delivered().stream()
                        .map(ScriptedSmtp.Delivered::recipient)
                        .distinct())
                .hasSize(300);
    }

    @Test
    void theSameEventTwiceIsOneMail() {
        var intake = start();
        var id = id();
        intake.accept(id, welcome("ada@example.org"));
        intake.accept(id, welcome("ada@example.org"));
        awaitStatus(id, MessageStatus.SENT);
        intake.accept(id, welcome("ada@example.org"));
        awaitStatus(intake.accept(id(), welcome("bob@example.org")).id(), MessageStatus.SENT);

        assertThat(smtp.delivered()).hasSize(2);
    }

    @Test
    void everyTryAtAMessageIsSignedAndHasTheSameId() throws Exception {
        var key = new KeyOfTests("RSA", 2048);
        settings = settings(key.settings());
        smtp.onMailTo("cut@example.org", ScriptedSmtp.HANG_UP);
        var id = start().accept(id(), verification("cut@example.org")).id();
        awaitStatus(id, MessageStatus.DEFERRED);
        smtp.forgive("cut@example.org");
        awaitStatus(id, MessageStatus.SENT);

        assertThat(smtp.delivered()).hasSizeGreaterThan(1);
        for (var delivered : smtp.delivered()) {
            var mail = delivered.mail().replace("\n", "\r\n");
            assertThat(new SignatureCheck(mail, key.pair().getPublic()).isGood())
                    .as(mail)
                    .isTrue();
            assertThat(delivered.header("Message-ID")).isEqualTo("<" + id + "@example.org>");
        }
    }

    @Test
    void aServerWithoutEncryptionGetsNothingWhenEncryptionIsRequired() {
        settings = settings(Map.of("coursewise.smtp-starttls", "required"));
        var id = start().accept(id(), verification("ada@example.org")).id();

        assertThat(awaitStatus(id, MessageStatus.DEFERRED).lastReply()).contains("STARTTLS");
        assertThat(smtp.delivered()).isEmpty();
    }

    @Test
    void aMessageWhoseSecretsNoKeyOpensHasFailed() {
        var content = new Content(
                verification("ada@example.org").to(),
                null,
                "email-verification",
                "en",
                Map.of("displayName", "Ada"),
                Map.of("link", "lost.AAAA"));
        var id = start().accept(id(), content).id();

        assertThat(awaitStatus(id, MessageStatus.FAILED).lastReply()).contains("A sealed variable cannot be opened");
    }

    @Test
    void whatTheRecipientTurnedOffIsSuppressedAndWhatGuardsTheAccountIsSent() {
        preferences.set("u1", Map.of(Category.ENROLLMENT, false));
        var intake = start();

        var unwanted = intake.accept(id(), of("u1", welcome("ada@example.org"))).id();
        var suppressed = awaitStatus(unwanted, MessageStatus.SUPPRESSED);
        assertThat(suppressed.lastReply()).isEqualTo("Mails of the category enrollment are not wanted");
        var guarding =
                intake.accept(id(), of("u1", verification("ada@example.org"))).id();
        awaitStatus(guarding, MessageStatus.SENT);
        var trial = intake.accept(id(), of("u1", welcome("ada@example.org")).asTrial())
                .id();
        awaitStatus(trial, MessageStatus.SENT);
        assertThat(smtp.delivered()).hasSize(2);

        preferences.set("u1", Map.of(Category.ENROLLMENT, true));
        intake.accept(id(), of("u1", welcome("ada@example.org")));
        await().atMost(PATIENCE).until(() -> smtp.delivered().size() == 3);
    }

    @Test
    void anAddressWithoutAMailboxIsWrittenToNoMoreButForWhatGuardsTheAccount() {
        smtp.onRecipient("gone@example.org", "550 5.1.1 no such user");
        smtp.onRecipient("full@example.org", "552 5.2.2 too big");
        var intake = start();

        awaitStatus(intake.accept(id(), welcome("gone@example.org")).id(), MessageStatus.BOUNCED);
        awaitStatus(intake.accept(id(), welcome("full@example.org")).id(), MessageStatus.BOUNCED);
        var gone = new EmailAddress("gone@example.org");
        await().atMost(PATIENCE).until(() -> suppressions.find(gone).isPresent());
        assertThat(suppressions.find(gone).orElseThrow().reason()).contains("550 5.1.1 no such user");
        assertThat(suppressions.find(new EmailAddress("full@example.org"))).isEmpty();

        smtp.forgive("gone@example.org");
        var next = intake.accept(id(), welcome("Gone@example.org")).id();
        assertThat(awaitStatus(next, MessageStatus.SUPPRESSED).lastReply()).contains("The address is suppressed: 550");
        awaitStatus(intake.accept(id(), verification("gone@example.org")).id(), MessageStatus.SENT);

        suppressions.remove(gone);
        var retried = messages.find(next).orElseThrow().retried(CLOCK.instant());
        messages.replace(retried);
        awaitStatus(next, MessageStatus.SENT);
    }

    private static Content of(String userId, Content content) {
        return new Content(
                content.to(),
                userId,
                content.template(),
                content.locale(),
                content.variables(),
                content.sealedVariables());
    }

    private MessageIntake start() {
        var queue = new DeliveryQueue(settings);
        var parts = new DeliveryParts(
                settings,
                messages,
                queue,
                templates,
                new Renderer(settings),
                new Consent(suppressions, preferences, recipients),
                suppressions,
                new UnsubscribeLinks(settings),
                CLOCK);
        running.add(Delivery.start(parts, Executors.defaultThreadFactory(), outcomes::add));
        return new MessageIntake(messages, queue, new Erasures(MONGO.database()), CLOCK);
    }

    private Message awaitStatus(MessageId id, MessageStatus status) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> messages.find(id).orElseThrow(), message -> message.status() == status);
    }

    private EmailSettings settings(Map<String, String> more) {
        var keys = new HashMap<>(Map.of(
                "coursewise.smtp-host", "127.0.0.1",
                "coursewise.smtp-port", Integer.toString(smtp.port()),
                "coursewise.smtp-starttls", "off",
                "coursewise.smtp-connections", "4",
                "coursewise.mail-first-retry", "PT0.4S",
                "coursewise.mail-poll-interval", "PT0.1S"));
        keys.putAll(more);
        return SettingsOfTests.with(keys);
    }

    private Content welcome(String to) {
        return rules().check(to, null, "welcome", "en", Map.of("displayName", "Ada"), Map.of());
    }

    private Content verification(String to) {
        var open = Map.of("displayName", "Ada", "link", "https://learn.example.org/verify?token=secret");
        return rules().check(to, null, "email-verification", "de", open, Map.of());
    }

    private ContentRules rules() {
        return new ContentRules(templates, settings);
    }

    private static MessageId id() {
        return new MessageId(UUID.randomUUID());
    }
}
