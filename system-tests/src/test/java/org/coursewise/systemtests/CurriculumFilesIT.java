package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What courses teach comes in by files, in its order, and goes out as it came. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class CurriculumFilesIT {

    private static final String SECTIONS = "id,course_code,position,title\r\n";
    private static final String LESSONS = "id,section_id,course_code,section,position,title,kind,content\r\n";

    private final Api api;
    private final People people;
    private final String admin;
    private final String client;
    private final Jobs jobs;
    private final Lectures lectures;

    CurriculumFilesIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("catalog:write");
        this.jobs = new Jobs(api, client);
        this.lectures = new Lectures(api, admin);
    }

    @Test
    void sectionsAndLessonsGoOutAsTheyCameInAndNothingChangesWhenTheyComeAgain() {
        jobs.imported("courses", "code,title,published,archived\nCUR-1,Taught,false,\nCUR-2,Gone,,true\n");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var gone = UUID.randomUUID();
        var lesson = UUID.randomUUID();
        var sections = """
                %s,CUR-1,1,'=Twice
                %s,CUR-1,2,Twice
                %s,CUR-2,1,'a' or b
                """.formatted(first, second, gone).replace("\n", "\r\n");
        var content = "  '=1+1,\u0001 \uFFFD \"quoted\"\r\n\r\n- a list\n\t";
        var lessons = "%s,%s,CUR-1,'=Twice,1,'-1,text,\"%s\"\r\n"
                        .formatted(lesson, first, content.replace("\"", "\"\""))
                + "%s,%s,CUR-1,'=Twice,2,Empty,quiz,\r\n".formatted(UUID.randomUUID(), first)
                + "%s,%s,CUR-1,Twice,1,Seen,video,https://example.org/v?a=1\r\n".formatted(UUID.randomUUID(), second)
                + "%s,%s,CUR-2,'a' or b,1,\"Said, once\",link,https://example.org/\r\n"
                        .formatted(UUID.randomUUID(), gone);
        var tags = "";
        for (var time = 1; time <= 2; time++) {
            taken("sections", SECTIONS + sections);
            taken("lessons", LESSONS + lessons);
            assertThat(exported("sections", "CUR-")).isEqualTo(sections);
            assertThat(api.get("/api/v1/exports?kind=lessons", client).body()).contains(lessons);
            var now = api.get("/api/v1/sections/" + second, admin).header("ETag")
                    + api.get("/api/v1/lessons/" + lesson, admin).header("ETag");
            assertThat(now).isEqualTo(time == 1 ? now : tags);
            tags = now;
        }
        assertThat(api.get("/api/v1/lessons/" + lesson, admin).text("content")).isEqualTo(content);
        assertThat(api.get("/api/v1/lessons/" + lesson, admin).text("title")).isEqualTo("-1");
    }

    @Test
    void withoutIdsTheSameFileMakesTheSameOnce() {
        jobs.imported("courses", "code,title\nBARE-1,Bare\n");
        var sections = "course_code,title\nBARE-1,Practice\nBARE-1,Theory\nBARE-1,Practice\n";
        var lessons = """
                course_code,section,title,kind,content
                BARE-1,Theory,Read,text,Something
                BARE-1,Practice,Do,text,One
                BARE-1,Practice,Do,text,Two
                """;
        var seen = "";
        for (var time = 1; time <= 2; time++) {
            taken("sections", sections);
            taken("lessons", lessons);
            assertThat(Lectures.places(api.get(sectionsOf("BARE-1"), admin)))
                    .containsExactly("1 Practice", "2 Theory", "3 Practice");
            var practice = idOf("BARE-1", 0);
            assertThat(Lectures.places(lessonsOf(practice))).containsExactly("1 Do", "2 Do");
            assertThat(Lectures.places(lessonsOf(idOf("BARE-1", 2)))).isEmpty();
            assertThat(lessonsOf(practice).json().at("/items/1/content").asString())
                    .isEqualTo("Two");
            var now = lessonsOf(practice).body()
                    + api.get(sectionsOf("BARE-1"), admin).body();
            assertThat(now).isEqualTo(time == 1 ? now : seen);
            seen = now;
        }
        taken("lessons", lessons.replace("Two", "Three") + "BARE-1,Practice,Sum up,text,\n");
        assertThat(lessonsOf(idOf("BARE-1", 0)).json().at("/items/1/content").asString())
                .isEqualTo("Three");
        assertThat(Lectures.places(lessonsOf(idOf("BARE-1", 0)))).containsExactly("1 Do", "2 Do", "3 Sum up");
    }

    @Test
    void aFilePutsTheListInItsOrderAndWhoIsNotInItGoesBehind() {
        var course = lectures.published("ORDER-1");
        var a = lectures.section(course, "a", null);
        var b = lectures.section(course, "b", 1);
        lectures.section(course, "x", 1);
        var y = lectures.section(course, "y", 3);
        assertThat(places("ORDER-1")).containsExactly("1 x", "2 b", "3 y", "4 a");
        var tag = tagOf(a);
        taken("sections", SECTIONS + exported("sections", "ORDER-1"));
        assertThat(places("ORDER-1")).containsExactly("1 x", "2 b", "3 y", "4 a");
        assertThat(tagOf(a)).as("its own export changes nothing").isEqualTo(tag);

        var file = SECTIONS + a + ",ORDER-1,1,a\r\n" + UUID.randomUUID() + ",ORDER-1,2,new\r\n" + b
                + ",ORDER-1,3,b anew\r\n";
        taken("sections", file);
        var places = places("ORDER-1");
        assertThat(places.subList(0, 3)).containsExactly("1 a", "2 new", "3 b anew");
        assertThat(places).hasSize(5);
        var shown = api.get(sectionsOf("ORDER-1"), admin).body();
        tag = tagOf(a);
        taken("sections", file);
        assertThat(api.get(sectionsOf("ORDER-1"), admin).body()).isEqualTo(shown);
        assertThat(tagOf(a)).isEqualTo(tag);

        taken("sections", SECTIONS + y + ",ORDER-1,,y at its place\r\n");
        assertThat(places("ORDER-1"))
                .filteredOn(place -> place.endsWith("y at its place"))
                .hasSize(1);
        assertThat(walked(sectionsOf("ORDER-1")))
                .as("a walk of single steps sees all")
                .hasSize(5);
    }

    @Test
    void whatCannotBeTakenIsRefusedByItsLine() {
        var course = lectures.published("WRONG-1");
        lectures.published("WRONG-2");
        var section = lectures.section(course, "here", null);
        var other = lectures.section(course, "there", null);
        var lesson = lectures.lesson(section, "one", null);
        assertThat(reasons("sections", SECTIONS + """
                ,NOWHERE,,Lost
                short,WRONG-1,,Lost
                %s,WRONG-2,,Stolen
                ,WRONG-1,0,Nought
                ,WRONG-1,1.5,Half
                ,WRONG-1,,
                %s,WRONG-1,7,One
                %s,WRONG-1,7,Two
                """.formatted(section, UUID.randomUUID(), UUID.randomUUID())))
                .containsExactly(
                        "2 course_code: there is no course NOWHERE; import courses first",
                        "3 id: must be a UUID",
                        "4 id: is a section of another course",
                        "5 position: must be a number above 0",
                        "6 position: must be a whole number above 0",
                        "7 title: is empty",
                        "9 position: another row has it");
        var nobody = UUID.randomUUID();
        assertThat(reasons(
                        "lessons", LESSONS + """
                ,%1$s,,,,Lost,text,
                ,,NOWHERE,here,,Lost,text,
                ,,WRONG-1,Nothing,,Lost,text,
                ,%2$s,WRONG-2,,,Elsewhere,text,
                %4$s,%3$s,,,,Stolen,text,
                ,,,,,Lost,text,
                ,%2$s,,,,Kind,song,
                ,%2$s,,,,Kind,,
                ,%2$s,,,,Unsafe,link,javascript:alert(1)
                ,%2$s,,,,Large,text,%5$s
                """.formatted(nobody, section, other, lesson, "x".repeat(512 * 1024 + 1))))
                .containsExactly(
                        "2 section_id: there is no section " + nobody + "; import sections first",
                        "3 course_code: there is no course NOWHERE; import courses first",
                        "4 section: course WRONG-1 has no section Nothing; import sections first",
                        "5 course_code: the section is one of course WRONG-1",
                        "6 id: is a lesson of another section",
                        "7 course_code: is empty",
                        "8 kind: must be text, video, link, quiz",
                        "9 kind: is empty",
                        "10 content: must be an https URL for a link",
                        "11 content: is longer than 524288 characters");
        assertThat(api.get("/api/v1/lessons/" + lesson, admin).text("title")).isEqualTo("one");
    }

    @Test
    void aLongLessonAndManyOfThemComeInAndGoOut() {
        var course = lectures.published("LARGE-1");
        var section = lectures.section(course, "All", null);
        var rows = IntStream.rangeClosed(1, 24)
                .mapToObj(number -> "%s,%s,LARGE-1,All,%d,Lesson %d,text,%s\r\n"
                        .formatted(
                                UUID.randomUUID(),
                                section,
                                number,
                                number,
                                "%x".formatted(number % 16).repeat(512 * 1024)))
                .toList();
        var file = String.join("", rows);
        taken("lessons", LESSONS + file);
        assertThat(exported("lessons", "LARGE-1")).isEqualTo(file);
        // the last ones first, in batches that do not hold all of them
        var places = IntStream.rangeClosed(1, 24).boxed().toList();
        var turned = places.stream()
                .map(place -> rows.get(24 - place).replace(",All," + (25 - place) + ",", ",All," + place + ","))
                .collect(Collectors.joining());
        taken("lessons", LESSONS + turned);
        assertThat(exported("lessons", "LARGE-1")).isEqualTo(turned);
    }

    @Test
    void aCourseHasAThousandSectionsAtMost() {
        lectures.published("MANY-1");
        var file = IntStream.rangeClosed(1, 1_001)
                .mapToObj(number -> "MANY-1,Section " + number)
                .collect(Collectors.joining("\n", "course_code,title\n", "\n"));
        assertThat(reasons("sections", file)).containsExactly("1002 course_code: has 1000 sections already");
        assertThat(reasons("sections", file)).hasSize(1);
    }

    @Test
    void aFileNeedsItsColumnsAndTheScope() {
        assertThat(jobs.sendFile("sections", "id,title\na,b\n").problem()).isEqualTo("invalid-input");
        assertThat(jobs.sendFile("lessons", "section_id,title\na,b\n").problem())
                .isEqualTo("invalid-input");
        var learning = new Jobs(api, people.client("learning:write"));
        assertThat(learning.sendFile("sections", SECTIONS).status()).isEqualTo(403);
        assertThat(learning.sendFile("lessons", LESSONS).status()).isEqualTo(403);
    }

    private void taken(String kind, String csv) {
        assertThat(reasons(kind, csv)).isEmpty();
    }

    /** Lines and reasons. */
    private List<String> reasons(String kind, String csv) {
        var job = jobs.imported(kind, csv);
        return api.get(Jobs.IMPORTS + job.text("id") + "/errors", client)
                .json()
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("reason").asString())
                .toList();
    }

    /** The rows that hold a text. */
    private String exported(String kind, String text) {
        var answer = api.get("/api/v1/exports?kind=" + kind, client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return List.of(answer.body().split("(?<=\r\n)")).stream()
                .filter(row -> row.contains(text))
                .collect(Collectors.joining());
    }

    private String sectionsOf(String code) {
        var course = api.get("/api/v1/courses?q=" + code, admin)
                .json()
                .at("/items/0/id")
                .asString();
        return "/api/v1/courses/" + course + "/sections";
    }

    private List<String> places(String code) {
        return Lectures.places(api.get(sectionsOf(code), admin));
    }

    private List<String> walked(String path) {
        var places = new ArrayList<String>();
        var next = "";
        while (true) {
            var page = api.get(path + "?limit=1" + next, admin);
            places.addAll(Lectures.places(page));
            var cursor = page.json().path("nextCursor").asString("");
            if (cursor.isEmpty()) {
                return places;
            }
            next = "&cursor=" + cursor;
        }
    }

    private String idOf(String code, int index) {
        return api.get(sectionsOf(code), admin)
                .json()
                .path("items")
                .get(index)
                .path("id")
                .asString();
    }

    private Api.Answer lessonsOf(String section) {
        return api.get("/api/v1/sections/" + section + "/lessons", admin);
    }

    private String tagOf(String section) {
        return api.get("/api/v1/sections/" + section, admin).header("ETag");
    }
}
