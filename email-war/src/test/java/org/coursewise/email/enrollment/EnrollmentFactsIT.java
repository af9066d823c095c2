package org.coursewise.email.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.coursewise.email.EventsOfTests;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.idempotency.MongoIdempotencyStore;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.NotKnownYetException;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.recipient.UserFacts;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.email.template.Templates;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.idempotency.KeptAnswers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentFactsIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String EMMY = "8a6e0804-2bd0-4672-b79d-d97027f9071a";

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private UserFacts users;
    private EnrollmentFacts facts;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
        var recipients = new Recipients(MONGO.database());
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var erasures = new Erasures(MONGO.database());
        var intake = new MessageIntake(messages, new DeliveryQueue(SettingsOfTests.with(Map.of())), erasures, clock);
        var rules = new ContentRules(new Templates(), SettingsOfTests.with(Map.of()));
        var answers = new KeptAnswers(new MongoIdempotencyStore(MONGO.database(), clock));
        users = new UserFacts(
                recipients,
                messages,
                rules,
                intake,
                erasures,
                answers,
                new Preferences(MONGO.database(), erasures),
                new Suppressions(MONGO.database()),
                clock);
        facts = new EnrollmentFacts(recipients, rules, intake);
    }

    @Test
    void whoGotASeatIsToldOnceInTheirLanguage() {
        users.handle(joined("de"));
        var created = created(EMMY, "active");
        facts.handle(created);
        facts.handle(created);

        var content = messages.find(MessageId.derivedFrom("enrollment-confirmation:" + created.id()))
                .orElseThrow()
                .content();
        assertThat(content.template()).isEqualTo("enrollment-confirmation");
        assertThat(content.locale()).isEqualTo("de");
        assertThat(content.userId()).isEqualTo(EMMY);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whoCompletedACourseIsToldOnceWhereTheCertificateIs() {
        users.handle(joined("de"));
        var completed = completed(EMMY);
        facts.handle(completed);
        facts.handle(completed);

        var content = messages.find(MessageId.derivedFrom("course-completed:" + completed.id()))
                .orElseThrow()
                .content();
        assertThat(content.template()).isEqualTo("course-completed");
        assertThat(content.variables())
                .containsEntry("courseTitle", "Linear Algebra")
                .containsEntry("certificateUrl", "https://api.example.org/api/v1/certificates/1");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aCompletionWithoutACertificateIsUnprocessable() {
        users.handle(joined("de"));
        assertThatThrownBy(() -> facts.handle(event("completed", """
            {"learnerId": "%s", "courseTitle": "Linear Algebra", "status": "completed"}\
            """.formatted(EMMY))))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void whoWaitsIsToldOnceAndOnceMoreWhenThereIsASeat() {
        users.handle(joined("en"));
        var waiting = created(EMMY, "waiting");
        facts.handle(waiting);
        facts.handle(waiting);
        var told = messages.find(MessageId.derivedFrom("waiting-list:" + waiting.id()))
                .orElseThrow()
                .content();
        assertThat(told.template()).isEqualTo("waiting-list");
        assertThat(stored()).isEqualTo(1);

        var seated = created(EMMY, "active");
        facts.handle(seated);
        facts.handle(seated);
        assertThat(messages.find(MessageId.derivedFrom("enrollment-confirmation:" + seated.id())))
                .isPresent();
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "completed"})
    void withoutASeatOrAPlaceInLineThereIsNothingToTell(String status) {
        users.handle(joined("de"));
        facts.handle(created(EMMY, status));
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L_1234", "8A6E0804-2BD0-4672-B79D-D97027F9071A"})
    void aLearnerThatOnlyAnImportKnowsHasNoMailbox(String learner) {
        facts.handle(created(learner, "active"));
        assertThat(stored()).isZero();
    }

    @Test
    void anEnrolmentThatComesBeforeItsUserIsTriedAgain() {
        var created = created(EMMY, "active");
        assertThatThrownBy(() -> facts.handle(created)).isInstanceOf(NotKnownYetException.class);
        users.handle(joined("en"));
        facts.handle(created);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void ofWhoLeftNothingIsStored() {
        users.handle(joined("en"));
        users.handle(EventsOfTests.event(
                "org.coursewise.auth.user.deleted", NOON.plusSeconds(1), "{\"userId\": \"" + EMMY + "\"}"));
        facts.handle(created(EMMY, "active"));
        assertThat(stored()).isZero();
    }

    @Test
    void aFactWithoutLearnerOrTitleIsUnprocessable() {
        assertThatThrownBy(() -> facts.handle(event("created", "{\"status\": \"active\"}")))
                .isInstanceOf(UnprocessableEventException.class);
    }

    private static long stored() {
        return MONGO.database().getCollection("messages").countDocuments();
    }

    private static Event joined(String locale) {
        return EventsOfTests.event("org.coursewise.auth.user.registered", NOON, """
            {"userId": "%s", "email": "emmy@example.org", "displayName": "Emmy", "locale": "%s", "roles": []}
            """.formatted(EMMY, locale));
    }

    private static Event created(String learner, String status) {
        return event("created", """
            {"learnerId": "%s", "courseTitle": "Linear Algebra", "status": "%s"}\
            """.formatted(learner, status));
    }

    private static Event completed(String learner) {
        return event("completed", """
            {"learnerId": "%s", "courseTitle": "Linear Algebra", "status": "completed",
             "certificateUrl": "https://api.example.org/api/v1/certificates/1"}\
            """.formatted(learner));
    }

    private static Event event(String kind, String data) {
        return EventsOfTests.event("org.coursewise.course.enrollment." + kind, NOON, data);
    }
}
