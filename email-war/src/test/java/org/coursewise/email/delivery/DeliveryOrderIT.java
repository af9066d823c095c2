package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which mail goes before which, and who waits for whom. */
class DeliveryOrderIT {

    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 10_000;

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private ScriptedSmtp smtp;
    private Messages messages;
    private @Nullable Delivery delivery;

    @BeforeEach
    void start() {
        messages = new Messages(MONGO.database());
        smtp = new ScriptedSmtp();
    }

    @AfterEach
    void stop() {
        stopDelivery();
        smtp.close();
    }

    private void stopDelivery() {
        if (delivery != null) {
            delivery.stop(Duration.ofSeconds(10));
            delivery = null;
        }
    }

    @Test
    void whatGuardsAnAccountGoesBeforeTenThousandThatWait() {
        IntStream.range(0, MANY).forEach(i -> add("welcome", "r" + i + "@d" + i % 50 + ".org"));
        var intake = deliver(Map.of());
        await().atMost(PATIENCE).until(() -> smtp.delivered().size() >= 100);

        var before = smtp.delivered().size();
        intake.accept(id(), content("password-changed", "here@example.org"));
        awaitMail("here@example.org");
        var here = place("here@example.org") - before;
        // at another process, which died
        before = smtp.delivered().size();
        add("password-changed", "there@example.org");
        awaitMail("there@example.org");
        var there = place("there@example.org") - before;

        System.out.printf("Of %d that waited, %d and %d went before it%n", MANY, here, there);
        assertThat(here).isLessThan(100);
        assertThat(there).isLessThan(MANY / 4);
        assertThat(smtp.delivered()).hasSizeLessThan(MANY / 2);
    }

    @Test
    void aDomainThatFallsSilentDoesNotSlowTheOthers() {
        var limits = Map.of("coursewise.smtp-connections", "8", "coursewise.smtp-domain-connections", "2");
        smtp.onMailToDomain("dead.org", ScriptedSmtp.SILENCE);
        // the embedded database looks at each message: there are as many in each run, and in the last the dead are due
        var tomorrow = CLOCK.instant().plus(Duration.ofDays(1));
        others(tomorrow, limits);
        var alone = others(tomorrow, limits);
        var beside = others(CLOCK.instant(), limits);

        System.out.printf("1000 mails to others: %d ms, beside 600 to a silent domain: %d ms%n", alone, beside);
        assertThat(smtp.delivered()).noneMatch(mail -> mail.recipient().endsWith("dead.org"));
        assertThat(beside).isLessThan(2 * alone + 1_000);
    }

    /** How many milliseconds a thousand mails to ten domains take, with 600 to a dead one. */
    private long others(Instant deadDue, Map<String, String> limits) {
        MONGO.database().drop();
        messages = new Messages(MONGO.database());
        IntStream.range(0, 600)
                .forEach(i -> messages.add(Message.queued(id(), content("welcome", i + "@dead.org"), deadDue, null)));
        IntStream.range(0, 1_000).forEach(i -> add("welcome", i + "@d" + i % 10 + ".org"));
        var done = smtp.delivered().size() + 1_000;
        var began = System.nanoTime();
        deliver(limits);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> smtp.delivered().size() >= done);
        var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        stopDelivery();
        return took;
    }

    private void awaitMail(String to) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> place(to) >= 0);
    }

    private int place(String to) {
        return smtp.delivered().stream()
                .map(ScriptedSmtp.Delivered::recipient)
                .toList()
                .indexOf(to);
    }

    private void add(String template, String to) {
        messages.add(Message.queued(id(), content(template, to), CLOCK.instant(), null));
    }

    private static Content content(String template, String to) {
        var said = Map.of("displayName", "Ada", "at", "now", "device", "a phone", "address", "192.0.2.1");
        return new Content(new EmailAddress(to), null, template, "en", said, Map.of());
    }

    private static MessageId id() {
        return new MessageId(UUID.randomUUID());
    }

    private MessageIntake deliver(Map<String, String> more) {
        var keys = new HashMap<>(Map.of(
                "coursewise.smtp-host", "127.0.0.1",
                "coursewise.smtp-port", Integer.toString(smtp.port()),
                "coursewise.smtp-starttls", "off",
                "coursewise.smtp-connections", "4",
                "coursewise.smtp-read-timeout", "PT3S",
                "coursewise.mail-first-retry", "PT10M",
                "coursewise.mail-poll-interval", "PT0.1S"));
        keys.putAll(more);
        EmailSettings settings = SettingsOfTests.with(keys);
        var queue = new DeliveryQueue(settings);
        var erasures = new Erasures(MONGO.database());
        var suppressions = new Suppressions(MONGO.database());
        var preferences = new Preferences(MONGO.database(), erasures);
        var parts = new DeliveryParts(
                settings,
                messages,
                queue,
                new Templates(),
                new Renderer(settings),
                new Consent(suppressions, preferences, new Recipients(MONGO.database())),
                suppressions,
                new UnsubscribeLinks(settings),
                CLOCK);
        delivery = Delivery.start(parts, Executors.defaultThreadFactory(), outcome -> {});
        return new MessageIntake(messages, queue, erasures, CLOCK);
    }
}
