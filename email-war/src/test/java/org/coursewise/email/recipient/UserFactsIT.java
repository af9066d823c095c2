package org.coursewise.email.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.EventsOfTests;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.idempotency.MongoIdempotencyStore;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Category;
import org.coursewise.email.preference.PreferenceOutbox;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.email.template.Templates;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.idempotency.KeptAnswers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserFactsIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC);
    private static final String ADA =
            "{\"userId\": \"u1\", \"email\": \"ada@example.org\", \"displayName\": \"Ada\", \"locale\": \"de\","
                    + " \"roles\": []}";

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private Recipients recipients;
    private Erasures erasures;
    private MessageIntake intake;
    private UserFacts facts;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
        recipients = new Recipients(MONGO.database());
        erasures = new Erasures(MONGO.database());
        intake = new MessageIntake(messages, new DeliveryQueue(SettingsOfTests.with(Map.of())), erasures, CLOCK);
        var rules = new ContentRules(new Templates(), SettingsOfTests.with(Map.of()));
        var answers = new KeptAnswers(new MongoIdempotencyStore(MONGO.database(), CLOCK));
        facts = new UserFacts(
                recipients,
                messages,
                rules,
                intake,
                erasures,
                answers,
                new Preferences(MONGO.database(), erasures),
                new Suppressions(MONGO.database()),
                CLOCK);
    }

    @Test
    void aUserIsKnownByTheLatestFact() {
        facts.handle(fact("registered", NOON, ADA));
        facts.handle(fact("updated", NOON.plusSeconds(9), ADA.replace("\"Ada\"", "\"Countess Ada\"")));
        facts.handle(fact("updated", NOON.plusSeconds(5), ADA.replace("\"Ada\"", "\"came late\"")));

        assertThat(recipients.find("u1")).contains(new Recipient("u1", "ada@example.org", "Countess Ada", "de"));
    }

    @Test
    void whoIsVerifiedIsWelcomedOnce() {
        var verified = fact("verified", NOON, ADA);
        facts.handle(verified);
        facts.handle(verified);

        var message =
                messages.find(MessageId.derivedFrom("welcome:" + verified.id())).orElseThrow();
        assertThat(message.content().template()).isEqualTo("welcome");
        assertThat(message.content().locale()).isEqualTo("de");
        assertThat(message.content().userId()).isEqualTo("u1");
        assertThat(MONGO.database().getCollection("messages").countDocuments()).isEqualTo(1);
    }

    @Test
    void ofADeletedUserNothingPersonalStaysEvenIfAnOldFactComesAgain() {
        var verified = fact("verified", NOON, ADA);
        facts.handle(verified);
        facts.handle(fact("deleted", NOON.plusSeconds(60), "{\"userId\": \"u1\"}"));
        facts.handle(verified);

        assertThat(recipients.find("u1")).isEmpty();
        var message =
                messages.find(MessageId.derivedFrom("welcome:" + verified.id())).orElseThrow();
        assertThat(message.status()).isEqualTo(MessageStatus.FAILED);
        assertNothingOfAda();
    }

    @Test
    void whatADeletedUserWantedAndThatTheirAddressBouncedIsForgotten() {
        var preferences = new Preferences(MONGO.database(), erasures);
        var suppressions = new Suppressions(MONGO.database());
        facts.handle(fact("registered", NOON, ADA));
        preferences.set("u1", Map.of(Category.ENROLLMENT, false, Category.RECOMMENDATIONS, true));
        suppressions.add(new EmailAddress("Ada@example.org"), "550 5.1.1 no", NOON);
        assertThat(preferences.wants("u1", Category.ENROLLMENT)).isFalse();
        assertThat(suppressions.of(Set.of("ADA@example.org"))).hasSize(1);

        facts.handle(fact("deleted", NOON.plusSeconds(60), "{\"userId\": \"u1\"}"));
        preferences.set("u1", Map.of(Category.ENROLLMENT, false));

        assertThat(preferences.wants("u1", Category.ENROLLMENT)).isTrue();
        assertThat(preferences.wants("u1", Category.RECOMMENDATIONS)).isFalse();
        assertThat(suppressions.find(new EmailAddress("ada@example.org"))).isEmpty();
        assertNothingOfAda();
    }

    @Test
    void whoWantsRecommendationsIsToldAgainInTheirNewLanguage() {
        var preferences = new Preferences(MONGO.database(), erasures);
        var outbox = new PreferenceOutbox(MONGO.database());
        preferences.set("u1", Map.of(Category.RECOMMENDATIONS, true));
        preferences.set("u2", Map.of(Category.RECOMMENDATIONS, false));
        outbox.told(outbox.untold(10));
        assertThat(outbox.untold(10)).isEmpty();

        facts.handle(fact("updated", NOON, ADA));
        facts.handle(fact("updated", NOON, ADA.replace("u1", "u2")));

        assertThat(outbox.untold(10))
                .extracting(PreferenceOutbox.Untold::userId)
                .containsExactly("u1");
    }

    @Test
    void addressesFromBeforeAreForgottenUnlessTheyAreSomebodyElsesNow() {
        facts.handle(fact("verified", NOON, ADA));
        facts.handle(fact("updated", NOON.plusSeconds(9), ADA.replace("ada@", "countess@")));
        facts.handle(fact("verified", NOON, ADA.replace("u1", "u2").replace("ada@", "eve@")));
        facts.handle(
                fact("updated", NOON.plusSeconds(9), ADA.replace("u1", "u2").replace("ada@", "grace@")));
        facts.handle(
                fact("registered", NOON.plusSeconds(10), ADA.replace("u1", "u3").replace("ada@", "eve@")));
        send("ada@example.org", null);
        send("eve@example.org", null);

        facts.handle(fact("deleted", NOON.plusSeconds(100), "{\"userId\": \"u1\"}"));
        facts.handle(fact("deleted", NOON.plusSeconds(100), "{\"userId\": \"u2\"}"));

        assertThat(messages.addressesOf("u1")).isEmpty();
        assertThat(MONGO.database()
                        .getCollection("messages")
                        .distinct("to", String.class)
                        .into(new ArrayList<>()))
                .containsExactly("eve@example.org");
    }

    @Test
    void anErasureThatWasBrokenOffStillKnowsTheAddresses() {
        facts.handle(fact("registered", NOON, ADA));
        send("ada@example.org", null);
        erasures.begin("u1", NOON.plusSeconds(100), List.of("ada@example.org"));
        recipients.forget("u1", NOON.plusSeconds(100));

        facts.handle(fact("deleted", NOON.plusSeconds(100), "{\"userId\": \"u1\"}"));

        assertNothingOfAda();
    }

    @Test
    void aMailThatIsAskedForTooLateIsNotSentAndLeavesNoTrace() {
        facts.handle(fact("deleted", NOON, "{\"userId\": \"u1\"}"));
        var late = send("ada@example.org", "u1");

        assertThat(messages.find(late).orElseThrow().nextAttemptAt()).isNull();
        assertNothingOfAda();
    }

    private MessageId send(String address, @Nullable String userId) {
        var id = new MessageId(UUID.randomUUID());
        var variables = Map.of("displayName", "Ada");
        intake.accept(id, new Content(new EmailAddress(address), userId, "welcome", "en", variables, Map.of()));
        return id;
    }

    private void assertNothingOfAda() {
        for (var collection : MONGO.database().listCollectionNames()) {
            assertThat(MONGO.database().getCollection(collection).find())
                    .allSatisfy(document -> assertThat(document.toJson()).doesNotContain("Ada", "ada@"));
        }
    }

    @Test
    void otherFactsArePassedOver() {
        facts.handle(fact("locked", NOON, "{\"userId\": \"u1\"}"));
        facts.handle(fact("invented-later", NOON, "{}"));

        assertThat(recipients.find("u1")).isEmpty();
    }

    @Test
    void aFactThatSaysTooLittleIsNotTriedAgain() {
        assertThatThrownBy(() -> facts.handle(fact("verified", NOON, "{\"userId\": \"u1\"}")))
                .isInstanceOf(UnprocessableEventException.class)
                .hasMessageContaining("email");
        assertThatThrownBy(() -> facts.handle(fact("deleted", NOON, "{}")))
                .isInstanceOf(UnprocessableEventException.class);
    }

    private static Event fact(String name, Instant time, String data) {
        return EventsOfTests.event("org.coursewise.auth.user." + name, time, data);
    }
}
