package org.coursewise.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.home.Secrets;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintTest {

    @TempDir
    Path folder;

    @Test
    void everyPartComesAfterThoseItNeeds() {
        var before = new HashSet<String>();
        for (var part : new Blueprint(StackOptions.in(folder)).parts()) {
            assertThat(before).as(part.name()).containsAll(part.needs());
            before.add(part.name());
        }
        assertThat(before)
                .containsExactlyInAnyOrder(
                        "postgres",
                        "kafka",
                        "mongo",
                        "mail",
                        "gateway",
                        "auth",
                        "course",
                        "worker",
                        "email",
                        "console");
    }

    @Test
    void everyPortThatIsTakenIsKnownBeforehand() {
        var parts = new Blueprint(StackOptions.in(folder).withPortOffset(7).withObserve(true)).parts();
        var wanted = parts.stream()
                .flatMap(part -> part.ports().stream())
                .map(ListeningPort::number)
                .toList();
        assertThat(wanted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(new Ports(7).all());
    }

    @Test
    void eachReplicaHasAPortOfItsOwnAndWaitsForTheSameParts() {
        var parts = new Blueprint(StackOptions.in(folder).withPortOffset(7).withReplicas("course", 2)).parts();
        assertThat(parts).extracting(Part::name).contains("course", "course-2").doesNotContain("auth-2");
        var second = named(parts, "course-2");
        assertThat(second.ports()).extracting(ListeningPort::number).containsExactly(9189);
        assertThat(second.needs()).isEqualTo(named(parts, "course").needs());
    }

    @Test
    void aServerIsDrainedBeforeItStops() {
        var parts = new Blueprint(StackOptions.in(folder)).parts();
        assertThat(named(parts, "email").stopWithin()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void onlyServicesBehindTheGatewayHaveReplicas() {
        var options = StackOptions.in(folder);
        assertThatThrownBy(() -> options.withReplicas("kafka", 2)).hasMessageContaining("kafka");
    }

    private static Part named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPartThatRunsAloneNeedsNobody() {
        var parts = new Blueprint(StackOptions.in(folder).withParts(Set.of("auth", "postgres"))).parts();
        assertThat(parts).extracting(Part::name).containsExactly("postgres", "auth");
        assertThat(parts.get(1).needs()).containsExactly("postgres");
    }

    @Test
    void anUnknownPartIsRefusedWithTheKnownOnes() {
        var blueprint = new Blueprint(StackOptions.in(folder).withParts(Set.of("redis")));
        assertThatThrownBy(blueprint::parts).hasMessageContaining("redis").hasMessageContaining("postgres");
    }

    @Test
    void aRandomAdminPasswordIsShownOnce() {
        var secrets = new Secrets(new StackHome(folder));
        var admin = new FirstAdmin(secrets, Map.of());
        assertThat(admin.email()).isEqualTo("admin@localhost");
        assertThat(admin.describePassword()).contains(admin.password());
        assertThat(admin.describePassword())
                .doesNotContain(admin.password())
                .contains("printed at the first start")
                .contains(secrets.file("admin-password").toString());
    }

    @Test
    void aGivenAdminPasswordIsNeverShown() {
        var admin = new FirstAdmin(
                new Secrets(new StackHome(folder)),
                Map.of("COURSEWISE_ADMIN_EMAIL", "root@example.org", "COURSEWISE_ADMIN_PASSWORD", "chosen"));
        assertThat(admin.password()).isEqualTo("chosen");
        assertThat(admin.describePassword()).doesNotContain("chosen");
    }

    @Test
    void theWelcomeNamesEveryAddressAndItsLinesAreWhole() {
        var text = new Welcome(
                        new Addresses(new Ports(1000)),
                        "admin@localhost",
                        "secret",
                        "$(cat '/a/file')",
                        folder,
                        "ada@example.org")
                .text(Duration.ofSeconds(31));
        assertThat(text)
                .contains(
                        "ready after 31 s", "http://localhost:10080", "http://localhost:9080/api/v1", "127.0.0.1:10092")
                .contains("curl -i http://localhost:9080/api/v1/users -H")
                .contains("imap://127.0.0.1:4143/INBOX;MAILINDEX=3", "\\\"password\\\":\\\"$(cat '/a/file')\\\"")
                .contains("\\(3D\\)")
                .doesNotContain("@api@", "@imap@", "@learner@", "@password@");
    }
}
