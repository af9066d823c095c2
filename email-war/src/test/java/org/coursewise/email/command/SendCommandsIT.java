package org.coursewise.email.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.coursewise.email.EventsOfTests;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.email.erasure.Erasures;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.email.message.Messages;
import org.coursewise.email.recipient.NotKnownYetException;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.storage.MongoFault;
import org.coursewise.email.template.Templates;
import org.coursewise.events.Event;
import org.coursewise.events.MalformedEventException;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendCommandsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPE = "org.coursewise.email.command.send-requested";

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private SendCommands commands;
    private String sealed;

    @BeforeEach
    void start() {
        messages = new Messages(MONGO.database());
        commands = commands(MONGO.database());
        sealed = SettingsOfTests.with(Map.of())
                .mailKeys()
                .seal("https://learn.example.org/verify?token=abc", "mail-variable:link");
    }

    private static SendCommands commands(MongoDatabase database) {
        var settings = SettingsOfTests.with(Map.of());
        var templates = new Templates();
        return new SendCommands(
                templates,
                new ContentRules(templates, settings),
                new MessageIntake(
                        new Messages(database),
                        new DeliveryQueue(settings),
                        new Erasures(database),
                        Clock.tickMillis(ZoneOffset.UTC)),
                new Recipients(database));
    }

    @Test
    void aCommandIsOneMessageHoweverOftenItComes() {
        var command = command("""
            {"userId": "u1", "to": "ada@example.org", "template": "email-verification", "locale": "de-AT",
             "variables": {"displayName": "Ada", "notYetKnown": "x"}, "sealedVariables": {"link": "%s"},
             "addedLater": 1}
            """.formatted(sealed));
        commands.handle(command);
        commands.handle(command);

        var message = messages.find(new MessageId(command.id())).orElseThrow();
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(message.content().locale()).isEqualTo("de-AT");
        assertThat(message.content().variables()).isEqualTo(Map.of("displayName", "Ada"));
        assertThat(message.content().sealedVariables()).containsOnlyKeys("link");
        assertThat(MONGO.database().getCollection("messages").countDocuments()).isEqualTo(1);
    }

    @Test
    void aCommandWithoutAnAddressIsForTheOneThatTheUserHas() {
        var command = command("""
                {"userId": "u1", "template": "waiting-list", "variables": {"courseTitle": "Algebra"}}
                """);
        assertThatThrownBy(() -> commands.handle(command)).isInstanceOf(NotKnownYetException.class);

        recipient("u1", "ada@example.org", "Ada", "de");
        commands.handle(command);
        var content = messages.find(new MessageId(command.id())).orElseThrow().content();
        assertThat(content.to()).hasToString("ada@example.org");
        assertThat(content.userId()).isEqualTo("u1");
        assertThat(content.locale()).isEqualTo("de");
        assertThat(content.variables()).isEqualTo(Map.of("displayName", "Ada", "courseTitle", "Algebra"));
    }

    @Test
    void aCommandForSomebodyWhoWasDeletedIsNobodys() {
        recipient("u1");
        var command = command("""
                {"userId": "u1", "template": "waiting-list", "variables": {"courseTitle": "Algebra"}}
                """);
        commands.handle(command);

        assertThat(messages.find(new MessageId(command.id()))).isEmpty();
    }

    /** As {@code UserFacts} leaves them; of somebody deleted no more than the id. */
    private void recipient(String userId, String... known) {
        var document = new Document("_id", userId).append("asOf", Date.from(NOW));
        if (known.length > 0) {
            document.append("email", known[0]).append("displayName", known[1]).append("locale", known[2]);
        }
        MONGO.database().getCollection("recipients").insertOne(document);
    }

    @Test
    void whatCannotBeMailedIsNotTriedAgain() {
        var noLink = "{\"to\": \"ada@example.org\", \"template\": \"email-verification\","
                + " \"variables\": {\"displayName\": \"Ada\"}}";
        assertThatThrownBy(() -> commands.handle(command(noLink)))
                .isInstanceOf(UnprocessableEventException.class)
                .hasMessage("variables.link is needed by the template");
        assertThatThrownBy(() -> commands.handle(command("{\"to\": \"ada\", \"template\": \"none\"}")))
                .isInstanceOf(UnprocessableEventException.class)
                .hasMessage("to is not a mail address; template is not the name of a template");
        assertThatThrownBy(() -> commands.handle(command("{}"))).isInstanceOf(UnprocessableEventException.class);
        assertThatThrownBy(() -> commands.handle(command("{\"to\": {}}"))).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> commands.handle(EventsOfTests.event("org.coursewise.email.command.new", NOW, "{}")))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aDatabaseThatIsGoneIsAFaultThatPasses() {
        try (var gone = MongoServerOfTests.embedded()) {
            var orphaned = commands(gone.database());
            gone.stopServer();

            assertThatThrownBy(() -> orphaned.handle(command("""
            {"to": "ada@example.org", "template": "welcome", "variables": {"displayName": "Ada"}}
            """)))
                    .isInstanceOf(MongoException.class)
                    .satisfies(fault ->
                            assertThat(new MongoFault().isTransient(fault)).isTrue());
        }
    }

    private static Event command(String data) {
        return EventsOfTests.event(TYPE, NOW, data);
    }
}
