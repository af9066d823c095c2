package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;

/** What people were told, held against what the databases, the record of messages and the mailboxes say. */
final class Reconciliation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final Api api;

    Reconciliation(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    /** No event waits in an outbox or was set aside. */
    void outboxesAreEmpty() {
        for (var service : List.of("auth", "course")) {
            Awaitility.await("the outbox of " + service)
                    .atMost(PATIENCE)
                    .until(() -> strings(service, "select type from outbox where published_at is null"), List::isEmpty);
        }
    }

    /** Each has one account, one message and one mail, and nobody else has an account. */
    void eachHasOneOfEach(Set<String> registered) {
        assertThat(strings("auth", "select email from account where email like 'rolling.%'"))
                .containsExactlyInAnyOrderElementsOf(registered);
        var admin = new People(stack).admin();
        for (var person : registered) {
            Awaitility.await("the mail of " + person)
                    .pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(mailbox(person).read()).as("mails").hasSize(1);
                        var messages = api.get("/api/v1/messages?to=" + person, admin);
                        assertThat(messages.json().path("items"))
                                .as(messages.body())
                                .hasSize(1)
                                .allMatch(item ->
                                        "sent".equals(item.path("status").asString("")));
                    });
        }
    }

    /** One mail for each enrolment and none twice. */
    void eachEnrolmentHasOneMail(String learner, int enrolments) {
        Awaitility.await("mails to " + learner)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    var mails = mailbox(learner).read();
                    var confirmed = mails.stream()
                            .map(Mailbox.Mail::subject)
                            .filter(subject -> subject.startsWith("You are enrolled in"))
                            .toList();
                    assertThat(confirmed).doesNotHaveDuplicates().hasSize(enrolments);
                    var ids = mails.stream().map(Mailbox.Mail::messageId).toList();
                    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
                });
    }

    private Mailbox mailbox(String person) {
        return new Mailbox(stack.addresses().ports().imap(), person);
    }

    private List<String> strings(String service, String query) {
        try (var connection = connection(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private Connection connection(String service) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(service), service, stack.databasePassword(service));
    }
}
