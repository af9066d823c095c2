package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what can be asked and taken away as a file, and changed by nobody, not even by the service itself. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuditTrailIT {

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Administration admin;
    private final String subject;

    AuditTrailIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = new Administration(stack);
        var address = "audited.trail@example.org";
        people.join(address);
        this.subject = admin.idOf(address);
        admin.lock(subject);
        admin.unlock(subject);
    }

    @Test
    void actsAreFoundByWhoDidThemToWhomWhatAndWhen() {
        var me = api.get("/api/v1/users/me", admin.token()).text("id");
        var found = admin.audit("actor=" + me + "&subject=" + subject + "&limit=2");
        var items = found.json().path("items");
        assertThat(items).extracting(item -> item.path("type").asString()).containsExactly("unlocked", "locked");
        assertThat(items).allMatch(item -> item.path("actorKind").asString().equals("user"));
        assertThat(items).allMatch(item -> !item.path("address").asString().isEmpty());
        assertThat(found.body()).doesNotContain("audited.trail@example.org");

        var locked = items.get(1);
        var at = Instant.parse(locked.path("at").asString());
        var about = "type=locked&subject=" + subject;
        assertThat(admin.audit(about).json().path("items")).hasSize(1);
        assertThat(admin.audit(about + "&from=" + at + "&to=" + at.plusMillis(1))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(admin.audit(about + "&to=" + at).json().path("items")).isEmpty();
        assertThat(admin.audit(about + "&from=" + at.plusMillis(1)).json().path("items"))
                .isEmpty();
    }

    @Test
    void theTrailIsReadPageByPageFromTheNewestOn() {
        var first = admin.audit("limit=1&type=unlocked&subject=" + subject);
        assertThat(first.json().path("nextCursor").isNull()).isTrue();
        var page = admin.audit("limit=1&subject=" + subject);
        assertThat(page.json().path("items").get(0).path("type").asString()).isEqualTo("unlocked");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        var next = admin.audit("limit=1&subject=" + subject + "&cursor=" + page.text("nextCursor"));
        assertThat(next.json().path("items").get(0).path("type").asString()).isEqualTo("locked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=nonsense",
                "from=yesterday",
                "to=2026-13-01",
                "actor=ada@example.org",
                "subject=%27",
                "cursor=x"
            })
    void aBadFilterIsRefused(String filter) {
        assertThat(admin.audit(filter).status()).isEqualTo(400);
        assertThat(admin.audit(filter).problem()).isEqualTo("invalid-input");
    }

    @Test
    void theTrailIsTakenAwayAsCsvAndThatIsInTheTrail() {
        var query = "?limit=1&subject=" + subject;
        var file = api.send(api.request(Administration.AUDIT + query)
                .header("Authorization", "Bearer " + admin.token())
                .header("Accept", "text/csv")
                .GET());
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("audit-events.csv");
        var lines = file.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,at,type,actorKind,actor,subject,address,details");
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.get(1)).contains(",unlocked,user,");
        assertThat(lines.get(2)).contains(",locked,user,");
        var exported = admin.audit("type=audit-exported&limit=200").json().path("items");
        assertThat(exported)
                .anyMatch(entry ->
                        entry.path("details").path("subject").asString("").equals(subject));
        assertThat(api.send(api.request(Administration.AUDIT)
                                .header("Authorization", "Bearer " + admin.token())
                                .header("Accept", "application/pdf")
                                .GET())
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set type = 'LOGGED_IN'",
                "update audit_event set details = '{}'",
                "delete from audit_event",
                "truncate audit_event"
            })
    void notEvenTheServiceChangesTheTrail(String change) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(admin.audit("type=locked&subject=" + subject).json().path("items"))
                .hasSize(1);
    }
}
