package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What one installation exports makes the same in an empty one: its exports are the same files, byte by byte. And a million
 * rows pass through its memory without filling it.
 */
@ExtendWith(SharedStack.class)
class RoundTripIT {

    private static final System.Logger LOG = System.getLogger(RoundTripIT.class.getName());
    private static final int MANY = 1_000_000;
    private static final long SOME_BYTES = 200L << 20;

    private static final String ODD_COURSES = """
            code,title,summary,description,capacity,prerequisites,published,archived,enrollFrom,enrollUntil,startsAt,endsAt
            TRIP-1,'=SUM(A1),'@all,"- one
            - two",1,,true,,2026-01-01,2026-02-01,2026-03-01,2026-04-01T12:00:00.5Z
            TRIP-2,''quoted,,,,TRIP-1,false,,,2027-01-01,,
            TRIP-3,Gone,,,,TRIP-2,,true,,,,
            """;

    private static final String ODD_ENROLLMENTS = """
            learner,course_code,enrolled_at,completed_at,status,certificate_id
            trip-1,TRIP-1,2026-01-01,,active
            trip-2,TRIP-1,2026-01-02T03:04:05.678901Z,,waiting
            trip-3,TRIP-1,,,cancelled
            trip-3,TRIP-1,2026-01-03,,waiting
            trip-3,TRIP-3,2024-01-01,,cancelled
            '-4,TRIP-3,2025-01-01,2025-06-01T10:20:30.123456Z,completed,f0000000-0000-4000-8000-000000000001
            """;

    private static final String CERTIFICATE = "/api/v1/certificates/f0000000-0000-4000-8000-000000000001";

    private static final String ODD_SECTIONS = """
            id,course_code,position,title
            a0000000-0000-4000-8000-000000000002,TRIP-1,2,'=Twice
            a0000000-0000-4000-8000-000000000003,TRIP-1,1,'=Twice
            a0000000-0000-4000-8000-000000000001,TRIP-3,,''quoted
            ,TRIP-2,,Without an id
            """;

    private static final String ODD_LESSONS = """
            id,section_id,course_code,section,position,title,kind,content
            b0000000-0000-4000-8000-000000000002,a0000000-0000-4000-8000-000000000002,,,2,'@home,text,"  '=1+1,
            \u0001 ""quoted"" \uFFFD

              "
            b0000000-0000-4000-8000-000000000001,a0000000-0000-4000-8000-000000000002,,,1,Seen,video,https://example.org/?a=1
            b0000000-0000-4000-8000-000000000003,a0000000-0000-4000-8000-000000000001,TRIP-3,,,Empty,quiz,
            ,,TRIP-2,Without an id,,Twice,text,One
            ,,TRIP-2,Without an id,,Twice,text,Two
            """;

    private static final String ODD_COMPLETIONS = """
            learner,course_code,lesson_id,completed_at,enrolled_at,status
            trip-1,TRIP-1,b0000000-0000-4000-8000-000000000001,2026-01-05T06:07:08.123456Z,,
            trip-3,TRIP-3,b0000000-0000-4000-8000-000000000003,2024-01-02,2024-01-01,cancelled
            '-4,TRIP-3,b0000000-0000-4000-8000-000000000003,2025-06-01,,
            """;

    /** As an empty installation takes them. */
    private static final List<String> KINDS =
            List.of("courses", "sections", "lessons", "enrollments", "completions", "reviews");

    private static final String ODD_REVIEWS = """
            learner,course_code,rating,at,written_at,comment,status
            trip-1,TRIP-1,5,2026-01-02T03:04:05.678901Z,2026-01-01,"'-1 would be unfair,

            ""really""\"
            trip-2,TRIP-1,1,2026-01-02,,
            '-4,TRIP-3,3,2025-07-01,,''quoted
            trip-3,TRIP-1,1,2026-01-03,,Fools,hidden
            """;

    @TempDir
    Path folder;

    @Test
    void anEmptyInstallationBecomesTheSameByTheFilesOfAnother(LocalStack stack)
            throws IOException, InterruptedException, SQLException {
        stack.loadSampleData();
        var here = new Side(stack);
        var odd = List.of(ODD_COURSES, ODD_SECTIONS, ODD_LESSONS, ODD_ENROLLMENTS, ODD_COMPLETIONS, ODD_REVIEWS);
        for (var i = 0; i < odd.size(); i++) {
            here.take(KINDS.get(i), odd.get(i));
        }
        var files = KINDS.stream().map(here::exported).toList();
        assertThat(files.get(0).lines().count()).isGreaterThan(120);
        assertThat(files.get(3).lines().count()).isGreaterThan(2_000);
        for (var i = 0; i < odd.size(); i++) {
            assertThat(files.get(i).lines())
                    .hasSizeGreaterThanOrEqualTo((int) odd.get(i).lines().count());
        }
        var shown = here.shown();
        assertThat(shown).anyMatch(page -> page.contains("2025-06-01T10:20:30.123456Z"));

        try (var other = LocalStack.start(
                StackOptions.in(folder.resolve("other")).withPortOffset(LocalStack.freePortOffset()))) {
            var there = new Side(other);
            for (var i = 0; i < KINDS.size(); i++) {
                there.take(KINDS.get(i), files.get(i));
            }
            for (var i = 0; i < KINDS.size(); i++) {
                assertThat(there.exported(KINDS.get(i))).as(KINDS.get(i)).isEqualTo(files.get(i));
            }
            assertThat(there.shown()).containsExactlyElementsOf(shown);
            for (var i = 0; i < KINDS.size(); i++) {
                there.take(KINDS.get(i), files.get(i));
                assertThat(there.exported(KINDS.get(i)))
                        .as(KINDS.get(i) + " twice")
                        .isEqualTo(files.get(i));
            }
            exportsManyRowsInLittleMemory(other, there);
        }
    }

    private void exportsManyRowsInLittleMemory(LocalStack stack, Side side)
            throws IOException, InterruptedException, SQLException {
        fill(stack);
        var before = stack.residentMemory("course");
        var begun = System.nanoTime();
        var file = folder.resolve("enrollments.csv");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(stack.addresses().api().resolve("/api/v1/exports?kind=enrollments"))
                                .header("Authorization", "Bearer " + side.client)
                                .build(),
                        BodyHandlers.ofFile(file));
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        var grown = stack.residentMemory("course") - before;
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var lines = Files.lines(file)) {
            assertThat(lines.filter(line -> line.startsWith("many-")).count()).isEqualTo(MANY);
        }
        LOG.log(System.Logger.Level.INFO, "A million rows in {0} s; {1} MiB more are resident", seconds, grown >> 20);
        assertThat(grown).isLessThan(SOME_BYTES);
    }

    private static void fill(LocalStack stack) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        stack.jdbcUrl("course"), "course", stack.databasePassword("course"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into enrollment (course_id, learner, status, enrolled_at)"
                    + " select (select id from course where code = 'TRIP-2'), 'many-' || number, 'active', now()"
                    + " from generate_series(1, " + MANY + ") as number");
        }
    }

    /** An installation, as a machine client sees it. */
    private static final class Side {

        private final Api api;
        private final String client;
        private final Jobs jobs;

        Side(LocalStack stack) {
            api = new Api(stack.addresses().api());
            client = new People(stack).client("catalog:write", "learning:write");
            jobs = new Jobs(api, client);
        }

        String exported(String kind) {
            var answer = api.get("/api/v1/exports?kind=" + kind, client);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }

        /** What everybody sees: the certificate, a course with its figures, what it teaches, and what is said of it. */
        List<String> shown() {
            var course = "/api/v1/courses/"
                    + api.get("/api/v1/courses?q=TRIP-1")
                            .json()
                            .at("/items/0/id")
                            .asString();
            return Stream.of(
                            CERTIFICATE,
                            course,
                            course + "/sections",
                            "/api/v1/sections/a0000000-0000-4000-8000-000000000002/lessons",
                            "/api/v1/courses?sort=newest&limit=200")
                    .flatMap(path -> {
                        var answer = api.get(path);
                        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                        // a cursor names the moment of its page
                        var items = answer.json().path("items");
                        return items.isArray() ? items.valueStream().map(JsonNode::toString) : Stream.of(answer.body());
                    })
                    .toList();
        }

        void take(String kind, String file) {
            var job = jobs.imported(kind, file);
            assertThat(job.json().path("refused").asInt())
                    .as(() -> api.get(Jobs.IMPORTS + job.text("id") + "/errors", client)
                            .body())
                    .isZero();
        }
    }
}
