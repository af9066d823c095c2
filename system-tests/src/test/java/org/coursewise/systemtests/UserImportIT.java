package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts that were made elsewhere come with the passwords they have, row by row, whatever dies on the way. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class UserImportIT {

    private static final String TODAYS = "$argon2id$v=19$m=19456,t=2,p=1$";
    private static final String BCRYPT = "$2b$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K";

    private final LocalStack stack;
    private final Api api;
    private final Administration admin;
    private final Jobs jobs;

    UserImportIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = new Administration(stack);
        this.jobs = new Jobs(api, admin.token());
    }

    @Test
    void eachKindOfHashLogsInAndIsTodaysAfterwards() {
        var hashes = new LinkedHashMap<String, String>();
        hashes.put(BCRYPT, People.PASSWORD);
        hashes.put(BCRYPT.replace("$2b$", "$2a$"), People.PASSWORD);
        hashes.put(BCRYPT.replace("$2b$", "$2y$"), People.PASSWORD);
        hashes.put(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password");
        hashes.put("$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA", "password");
        hashes.put(
                "$pbkdf2-sha256$i=20000$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk",
                People.PASSWORD);
        hashes.put("pbkdf2_sha256$20000$aUtF8Salt$Yq/+RAxrfB4jVo0bvw4D0U9DxDL30CEjpBwcZbmqiMQ=", People.PASSWORD);
        var rows = new ArrayList<String>();
        hashes.forEach((hash, password) -> rows.add("kind" + rows.size() + ".import@example.org,\"" + hash + "\""));
        var job = admin.usersImported("email,passwordHash\n" + String.join("\n", rows) + "\n");
        assertThat(admin.refusals(job)).isEmpty();

        var number = 0;
        for (var known : hashes.entrySet()) {
            var address = "kind" + number++ + ".import@example.org";
            assertThat(hashOf(address)).isEqualTo(known.getKey());
            assertThat(api.logIn(address, known.getValue() + "x").problem())
                    .as(known.getKey())
                    .isEqualTo("invalid-credentials");
            assertThat(api.logIn(address, known.getValue()).status())
                    .as(known.getKey())
                    .isEqualTo(200);
            assertThat(hashOf(address)).startsWith(TODAYS);
            assertThat(api.logIn(address, known.getValue()).status()).isEqualTo(200);
        }
    }

    @Test
    void theFirstLogInsAtOnceAreAllGoodOnes() throws Exception {
        var hash = "pbkdf2_sha256$20000$aUtF8Salt$Yq/+RAxrfB4jVo0bvw4D0U9DxDL30CEjpBwcZbmqiMQ=";
        admin.usersImported("email,passwordHash\natonce.import@example.org,\"" + hash + "\"\n");
        var answers = AtOnce.run(
                8, i -> api.logIn("atonce.import@example.org", People.PASSWORD).status());
        assertThat(answers).containsOnly(200);
        assertThat(hashOf("atonce.import@example.org")).startsWith(TODAYS);
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndTheOthersAreTaken() {
        var job = admin.usersImported("""
                ignored,email,displayName,locale,roles,externalId,passwordHash
                x,good.import@example.org,Grace Hopper,de-at,instructor|learner,RB-1,
                x,no address,,,,,
                x,,,,,,
                x,role.import@example.org,,,root,,
                x,locale.import@example.org,,english language,,,
                x,hash.import@example.org,,,,,5f4dcc3b5aa765d61d8327deb882cf99
                x,heavy.import@example.org,,,,,"$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
                x,same.import@example.org,,,,RB-1,
                x,"quoted.import@example.org" ,,,,,
                x,bare.import@example.org,,,,,
                x,many.import@example.org,,,,,,,
                """);
        assertThat(List.of("kind", "status").stream().map(job::text)).containsExactly("users", "succeeded");
        assertThat(List.of("read", "taken", "refused"))
                .extracting(field -> job.json().path(field).asInt())
                .containsExactly(11, 2, 9);
        var refusals = admin.refusals(job);
        assertThat(refusals)
                .extracting(refusal -> Integer.parseInt(refusal.split(" ", 2)[0]))
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 12);
        assertThat(refusals.get(4)).isEqualTo("7 passwordHash: is none of Argon2, bcrypt and PBKDF2");
        assertThat(refusals.get(5)).contains("takes too much");
        assertThat(refusals.get(6)).isEqualTo("9 externalId: is another account's");

        var good = admin.user(admin.idOf("good.import@example.org"));
        assertThat(List.of("displayName", "locale", "status", "externalId").stream()
                        .map(good::text))
                .containsExactly("Grace Hopper", "de-AT", "active", "RB-1");
        assertThat(good.json().path("roles").toString()).isEqualTo("[\"instructor\",\"learner\"]");
        assertThat(good.json().path("verified").asBoolean()).isTrue();
        var bare = admin.user(admin.idOf("bare.import@example.org"));
        assertThat(List.of("displayName", "locale").stream().map(bare::text)).containsExactly("bare.import", "en");
        assertThat(bare.json().path("externalId").isNull()).isTrue();
    }

    @Test
    void theSameFileTwiceChangesNothingAndWhoIsThereStaysAsTheyAre() {
        var csv = """
                email,displayName,roles,passwordHash
                twice.import@example.org,Once,learner,%s
                Twice.Import@example.org,Again,admin,
                """.formatted(BCRYPT);
        admin.usersImported(csv);
        var id = admin.idOf("twice.import@example.org");
        var before = admin.user(id);
        for (var file : List.of(csv, "email,displayName,roles\ntwice.import@example.org,Other,admin\n")) {
            var job = admin.usersImported(file);
            assertThat(job.json().path("refused").asInt()).isZero();
            assertThat(admin.user(id).body()).isEqualTo(before.body());
            assertThat(admin.user(id).header("ETag")).isEqualTo(before.header("ETag"));
        }
        assertThat(hashOf("twice.import@example.org")).isEqualTo(BCRYPT);

        admin.usersImported("email,externalId\ntwice.import@example.org,TW-1\n");
        assertThat(admin.user(id).text("externalId")).isEqualTo("TW-1");
        var other = admin.usersImported("email,externalId\ntwice.import@example.org,TW-2\n");
        assertThat(admin.refusals(other)).containsExactly("2 externalId: the account has another one");
    }

    @Test
    void whoIsImportedIsToldOfButNotWelcomedAndAsksForAPassword() {
        var address = "silent.import@example.org";
        var job = admin.usersImported("email,displayName\n" + address + ",Silent\n");
        var id = admin.idOf(address);
        var users = new Topic(stack.kafkaBootstrapServers(), "auth.user.v1");
        Awaitility.await().untilAsserted(() -> assertThat(users.read())
                .filteredOn(entry -> entry.key().equals(id))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.headers().get("ce_type")).endsWith(".registered");
                    assertThat(entry.value()).contains("\"imported\":true").contains(address);
                }));
        assertThat(api.logIn(address, "").problem()).isEqualTo("invalid-credentials");
        assertThat(api.logIn(address, "nobody's password").problem()).isEqualTo("invalid-credentials");
        api.post("/api/v1/password-resets", Map.of("email", address));
        var mails = new Mailbox(stack.addresses().ports().imap(), address).waitFor(1);
        assertThat(mails).as("the only mail").hasSize(1);
        assertThat(api.post(
                                "/api/v1/password-resets/confirmations",
                                Map.of("token", mails.get(0).token(), "newPassword", "seven otters sing at dawn"))
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(address, "seven otters sing at dawn").status()).isEqualTo(200);

        var registered = admin.audit("type=registered&subject=" + id).json().path("items");
        assertThat(registered).hasSize(1);
        assertThat(registered.get(0).path("details").path("import").asString()).isEqualTo(job.text("id"));
        assertThat(admin.audit("type=users-imported&limit=200").json().path("items"))
                .filteredOn(
                        entry -> entry.path("details").path("import").asString().equals(job.text("id")))
                .extracting(entry -> entry.path("actorKind").asString())
                .containsExactlyInAnyOrder("system", "user");
    }

    @Test
    void anImportSurvivesTheDeathOfItsServer() {
        var people = 6_000;
        var sent = admin.sendUsers(IntStream.range(0, people)
                .mapToObj(number -> "survivor" + number + ".import@example.org,Survivor " + number + ",SURV-" + number)
                .collect(Collectors.joining("\n", "email,displayName,externalId\n", "\n")));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        assertThat(sent.header("Location")).endsWith(Administration.USER_IMPORTS + "/" + sent.text("id"));
        stack.kill("auth");
        stack.restart("auth");
        var job = jobs.succeeded(Administration.USER_IMPORTS + "/", sent);
        assertThat(job.json().path("taken").asInt()).isEqualTo(people);
        assertThat(strings("select count(*)::text from account where email_key like 'survivor%.import@example.org'"))
                .containsExactly(Integer.toString(people));
        assertThat(strings("select count(*)::text from account_role join account on id = account_id"
                        + " where email_key like 'survivor%.import@example.org'"))
                .containsExactly(Integer.toString(people));
        assertThat(strings("select count(*)::text from import_piece")).containsExactly("0");
    }

    @Test
    void anImportThatIsCancelledTakesNoMoreRows() {
        var people = 6_000;
        var sent = admin.sendUsers(IntStream.range(0, people)
                .mapToObj(number -> "cancelled" + number + ".import@example.org")
                .collect(Collectors.joining("\n", "email\n", "\n")));
        var path = Administration.USER_IMPORTS + "/" + sent.text("id");
        assertThat(api.delete(path, admin.token(), null).status()).isEqualTo(428);
        assertThat(api.delete(path, admin.token(), "*").status()).isEqualTo(202);
        var job = api.get(path, admin.token());
        assertThat(job.text("status")).isEqualTo("cancelled");
        assertThat(job.text("finishedAt")).isNotBlank();
        assertThat(job.json().path("taken").asInt()).isLessThan(people);
        assertThat(api.delete(path, admin.token(), "*").problem()).isEqualTo("job-ended");
        assertThat(strings("select count(*)::text from import_piece where job_id = '" + sent.text("id") + "'"))
                .containsExactly("0");
    }

    @Test
    void importsAreListedTheNewestFirst() {
        var first = admin.usersImported("email\nfirst.import@example.org\n").text("id");
        var second = admin.usersImported("email\nsecond.import@example.org\n").text("id");
        var page = api.get(Administration.USER_IMPORTS + "?limit=1", admin.token());
        assertThat(page.json().at("/items/0/id").asString()).as(page.body()).isEqualTo(second);
        assertThat(page.json().at("/items/0/kind").asString()).isEqualTo("users");
        assertThat(page.json().at("/items/0/createdAt").asString()).isNotBlank();
        var next = Administration.USER_IMPORTS + "?limit=1&cursor=" + page.text("nextCursor");
        assertThat(api.get(next, admin.token()).json().at("/items/0/id").asString())
                .isEqualTo(first);
    }

    @Test
    void aFileThatIsNoneIsRefusedAtOnceAndAdministratorsAloneSendOne() {
        for (var file : List.of("", "\n", "name,address\na,b\n", "Email\na@example.org\n")) {
            assertThat(admin.sendUsers(file).problem()).as(file).isEqualTo("invalid-input");
        }
        assertThat(api.post(Administration.USER_IMPORTS, Map.of(), admin.token())
                        .status())
                .isEqualTo(415);
        var client = new People(stack).client("learning:write");
        assertThat(api.send(api.request(Administration.USER_IMPORTS)
                                .header("Authorization", "Bearer " + client)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("email\n")))
                        .status())
                .isEqualTo(403);
        assertThat(api.get(Administration.USER_IMPORTS + "/5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11", admin.token())
                        .status())
                .isEqualTo(404);
    }

    private String hashOf(String address) {
        var hashes = strings("select password_hash from account where email_key = '" + address + "'");
        assertThat(hashes).hasSize(1);
        return hashes.get(0);
    }

    private List<String> strings(String sql) {
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
