package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** However bad a file is: the good rows are in, and each of the others is named by its line. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadFilesIT {

    private final Api api;
    private final String client;
    private final Jobs jobs;

    BadFilesIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.client = new People(stack).client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void whenEveryOtherRowIsBadTheOthersAreInAndEachBadOneIsTold() {
        var rows = IntStream.range(0, 3_000)
                .mapToObj(row -> "HALF-" + row + (row % 2 == 0 ? ",Good," : ",Bad,many"))
                .collect(Collectors.joining("\n", "code,title,capacity\n", "\n"));
        var job = jobs.imported("courses", rows);
        assertThat(counts(job)).containsExactly(3_000, 1_500, 1_500);
        var lines = errors(job).stream().map(Refused::line).toList();
        assertThat(lines)
                .isEqualTo(
                        IntStream.range(0, 1_500).mapToObj(bad -> 3 + 2 * bad).toList());
        assertThat(errors(job)).allMatch(error -> error.reason().equals("capacity: must be a number above 0"));
    }

    @Test
    void aLineOfTenMegabytesCostsNoOtherRow() {
        var job = jobs.imported(
                "courses", "code,title\nLONG-1,Before\nLONG-2," + "x".repeat(10 << 20) + "\nLONG-3,Behind\n");
        assertThat(counts(job)).containsExactly(3, 2, 1);
        assertThat(errors(job)).containsExactly(new Refused(3, "is longer than 1048576 characters"));
        assertThat(api.get("/api/v1/courses?q=LONG-3")
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("LONG-3");
    }

    @Test
    void aHeaderOfTenMegabytesIsRefusedAtOnce() {
        assertThat(jobs.sendFile("courses", "code,title," + "x".repeat(10 << 20) + "\nA,B\n")
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void rowsOfBytesThatAreNoTextAreRefused() {
        var binary = new byte[200];
        new Random(1).nextBytes(binary);
        for (var i = 0; i < binary.length; i++) {
            // it is to be one cell of one row
            binary[i] = "\n\r\",".indexOf(binary[i]) >= 0 ? 0 : binary[i];
        }
        var file = new ByteArrayOutputStream();
        for (var part :
                List.of(text("code,title\nBIN-1,Before\nBIN-2,"), binary, text("\nBIN-3,\u0000\nBIN-4,Behind\n"))) {
            file.writeBytes(part);
        }
        var job = jobs.succeeded(
                Jobs.IMPORTS,
                api.send(api.request("/api/v1/imports?kind=courses")
                        .header("Authorization", "Bearer " + client)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(file.toByteArray()))));
        assertThat(counts(job)).containsExactly(4, 2, 2);
        assertThat(errors(job)).extracting(Refused::line).containsExactly(3, 4);
        assertThat(errors(job)).allMatch(error -> error.reason().startsWith("title: "));
    }

    @Test
    void aFileThatIsAPictureIsRefusedAtOnce() {
        var picture = new byte[100_000];
        new Random(2).nextBytes(picture);
        var answer = api.send(api.request("/api/v1/imports?kind=courses")
                .header("Authorization", "Bearer " + client)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(picture)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-input");
    }

    @Test
    void aFormulaIsTextLikeAnyOther() {
        var job =
                jobs.imported("courses", "code,title,durationHours\nFORM-1,=HYPERLINK(1),\nFORM-2,'=1,\nFORM-3,x,=1\n");
        assertThat(errors(job)).containsExactly(new Refused(4, "durationHours: must be a number above 0"));
        for (var title : List.of("FORM-1 =HYPERLINK(1)", "FORM-2 =1")) {
            var course = api.get("/api/v1/courses?q=" + title.substring(0, 6))
                    .json()
                    .path("items")
                    .get(0);
            assertThat(course.path("title").asString()).isEqualTo(title.substring(7));
        }
    }

    /** A row that was refused. */
    private record Refused(int line, String reason) {}

    /** Of all pages. */
    private List<Refused> errors(Api.Answer job) {
        var errors = new ArrayList<Refused>();
        var cursor = "";
        do {
            var page = api.get(Jobs.IMPORTS + job.text("id") + "/errors?limit=200" + cursor, client);
            page.json()
                    .path("items")
                    .forEach(error -> errors.add(new Refused(
                            error.path("line").asInt(), error.path("reason").asString())));
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        return errors;
    }

    private static List<Integer> counts(Api.Answer job) {
        return List.of("read", "taken", "refused").stream()
                .map(field -> job.json().path(field).asInt())
                .toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
