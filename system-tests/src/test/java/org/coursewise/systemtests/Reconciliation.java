package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;

/** What people were told, held against what the databases, the record of messages and the mailboxes say. */
final class Reconciliation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final Stores stores;

    Reconciliation(LocalStack stack) {
        this.stack = stack;
        this.stores = new Stores(stack);
    }

    /** No event waits in an outbox or was set aside. */
    void outboxesAreEmpty() {
        for (var service : List.of("auth", "course")) {
            Awaitility.await("the outbox of " + service)
                    .atMost(PATIENCE)
                    .until(
                            () -> stores.query(service, "select type from outbox where published_at is null"),
                            List::isEmpty);
        }
    }

    /** Each has one account, one message and one mail, and nobody else of the prefix has any. */
    void eachHasOneOfEach(String prefix, Set<String> registered) {
        var books = RegistrationBooks.closed(stack, prefix, registered, PATIENCE);
        books.agree();
        assertThat(books.repeated()).as(books.toString()).isZero();
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
}
