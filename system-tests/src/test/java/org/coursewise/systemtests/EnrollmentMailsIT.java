package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who waits for a seat is told so, and told again when there is one; each once. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class EnrollmentMailsIT {

    private static final String WAITS = "You are on the waiting list of Mails of a line";
    private static final String SEATED = "You are enrolled in Mails of a line";

    private final LocalStack stack;
    private final Api api;
    private final People people;

    EnrollmentMailsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void whoWaitsGetsOneMailAndOneMoreWithTheSeat() {
        var client = people.client("learning:write");
        var course =
                new EnrolledCourses(api, people.admin()).published("MAILS-1", "Mails of a line", Map.of("capacity", 1));
        var seat = api.post("/api/v1/enrollments", Map.of("courseId", course, "learnerId", "mails-sits"), client);
        assertThat(seat.status()).as(seat.body()).isEqualTo(201);
        var address = "waits.mails@example.org";
        var waiting =
                api.post("/api/v1/enrollments", Map.of("courseId", course, "waitingList", true), people.join(address));
        assertThat(waiting.text("status")).as(waiting.body()).isEqualTo("waiting");

        var mailbox = new Mailbox(stack.addresses().ports().imap(), address);
        var told = mailbox.waitFor(WAITS);
        assertThat(told.text()).contains("As soon as one is yours", "another mail");
        assertThat(told.html()).contains("Mails of a line");

        assertThat(api.delete("/api/v1/enrollments/" + seat.text("id"), client, "*")
                        .status())
                .isEqualTo(204);
        mailbox.waitFor(SEATED);
        // verification and welcome came before
        assertThat(mailbox.read())
                .extracting(Mailbox.Mail::subject)
                .hasSize(4)
                .containsOnlyOnceElementsOf(List.of(WAITS, SEATED));
    }
}
