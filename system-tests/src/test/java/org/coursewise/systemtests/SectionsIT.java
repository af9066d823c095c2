package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An instructor puts sections and lessons in order, whoever else does the same; who may read them does. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SectionsIT {

    private static final int KIBIBYTE = 1024;

    private final Api api;
    private final String author;
    private final String colleague;
    private final String learner;
    private final Lectures lectures;

    SectionsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.author = instructor(people, "author.sections@example.org");
        this.colleague = instructor(people, "colleague.sections@example.org");
        this.learner = people.join("learner.sections@example.org");
        this.lectures = new Lectures(api, author);
    }

    @Test
    void sectionsStandWhereTheyArePutAndTheOthersMakeRoom() {
        var course = lectures.draft("SECTIONS-1");
        lectures.section(course, "first", null);
        lectures.section(course, "second", null);
        var third = lectures.section(course, "third", 99);
        var between = lectures.section(course, "between", 2);
        assertThat(sections(course)).containsExactly("1 first", "2 between", "3 second", "4 third");

        var moved = change("/api/v1/sections/" + third, Map.of("position", 1));
        assertThat(moved.json().path("position").asInt()).isEqualTo(1);
        assertThat(sections(course)).containsExactly("1 third", "2 first", "3 between", "4 second");
        change("/api/v1/sections/" + third, Map.of("position", 3, "title", "last but one"));
        assertThat(sections(course)).containsExactly("1 first", "2 between", "3 last but one", "4 second");

        lectures.remove("/api/v1/sections/" + between);
        assertThat(sections(course)).containsExactly("1 first", "2 last but one", "3 second");
        assertThat(api.get("/api/v1/sections/" + between, author).status()).isEqualTo(404);
    }

    @Test
    void lessonsDoTheSameAndGoWithTheirSection() {
        var section = lectures.section(lectures.published("SECTIONS-2"), "A section", null);
        var path = "/api/v1/sections/" + section + "/lessons";
        var first = lectures.lesson(section, "first", null);
        lectures.lesson(section, "second", null);
        var video = api.post(
                path,
                Map.of("title", "video", "kind", "video", "content", "https://video.example.org/1", "position", 1),
                author);
        assertThat(video.status()).as(video.body()).isEqualTo(201);
        assertThat(video.header("Location")).endsWith("/api/v1/lessons/" + video.text("id"));
        assertThat(Lectures.places(api.get(path))).containsExactly("1 video", "2 first", "3 second");

        var read = api.get("/api/v1/lessons/" + video.text("id"));
        assertThat(read.json()).isEqualTo(video.json());
        assertThat(read.header("ETag")).isEqualTo(video.header("ETag"));
        assertThat(read.json().propertyNames()).containsExactly("id", "title", "kind", "content", "position");

        change("/api/v1/lessons/" + first, Map.of("position", 3, "kind", "link", "content", "https://example.org/"));
        assertThat(Lectures.places(api.get(path))).containsExactly("1 video", "2 second", "3 first");

        lectures.remove("/api/v1/sections/" + section);
        assertThat(api.get("/api/v1/lessons/" + first).status()).isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void aChangeIsMadeToTheStateThatWasRead() {
        var course = lectures.published("SECTIONS-3");
        var path = "/api/v1/sections/" + lectures.section(course, "one", null);
        var read = api.get(path);
        assertThat(api.send(api.request(path)
                                .header("If-None-Match", read.header("ETag"))
                                .GET())
                        .status())
                .isEqualTo(304);
        var without = api.send(api.json(path)
                .header("Authorization", "Bearer " + author)
                .method("PATCH", Api.json(Map.of("title", "two"))));
        assertThat(without.problem()).isEqualTo("precondition-required");
        assertThat(api.delete(path, author, null).status()).isEqualTo(428);

        // others come before it: the tag is another, and the old one still names the same edition
        lectures.section(course, "zero", 1);
        assertThat(api.get(path).header("ETag")).isNotEqualTo(read.header("ETag"));
        var changed = api.patch(path, Map.of("title", "two"), author, read.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(api.get(path).header("ETag"));
        assertThat(api.patch(path, Map.of("title", "three"), author, read.header("ETag"))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(api.delete(path, author, read.header("ETag")).status()).isEqualTo(412);
    }

    @Test
    void aDraftIsItsOwnersAnArchivedCourseItsLearnersToo() {
        var course = lectures.draft("SECTIONS-4");
        var section = lectures.section(course, "A section", null);
        var lesson = lectures.lesson(section, "A lesson", null);
        var paths = List.of(
                "/api/v1/courses/" + course + "/sections",
                "/api/v1/sections/" + section,
                "/api/v1/sections/" + section + "/lessons",
                "/api/v1/lessons/" + lesson);
        for (var path : paths) {
            assertThat(api.get(path).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, learner).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, colleague).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, author).status()).as(path).isEqualTo(200);
        }
        assertThat(api.patch(paths.get(3), Map.of("title", "Mine"), colleague, "*")
                        .status())
                .isEqualTo(404);
        lectures.publish(course);
        for (var path : paths) {
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(api.patch(paths.get(3), Map.of("title", "Mine"), colleague, "*")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(paths.get(0), Map.of("title", "Mine"), colleague).status())
                .isEqualTo(403);
        assertThat(api.delete(paths.get(1), learner, "*").status()).isEqualTo(403);

        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", course), learner)
                        .status())
                .isEqualTo(201);
        assertThat(api.delete("/api/v1/courses/" + course, author, "*").status())
                .isEqualTo(204);
        for (var path : paths) {
            assertThat(api.get(path).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, colleague).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, learner).status()).as(path).isEqualTo(200);
        }
        assertThat(api.delete(paths.get(1), learner, "*").status()).isEqualTo(403);
    }

    @Test
    void aListIsWalkedThroughWhileItChanges() {
        var course = lectures.published("SECTIONS-5");
        var path = "/api/v1/courses/" + course + "/sections?limit=3";
        var ids = new ArrayList<String>();
        IntStream.rangeClosed(1, 10).forEach(number -> ids.add(lectures.section(course, "s" + number, null)));
        var seen = new ArrayList<>(titles(api.get(path)));
        var page = api.get(path);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        // one before the cursor comes, two go, the last that was seen among them
        lectures.section(course, "new", 1);
        lectures.remove("/api/v1/sections/" + ids.get(0));
        lectures.remove("/api/v1/sections/" + ids.get(2));
        var cursor = page.text("nextCursor");
        while (!cursor.isEmpty()) {
            page = api.get(path + "&cursor=" + cursor);
            seen.addAll(titles(page));
            cursor = page.text("nextCursor");
        }
        assertThat(seen).containsExactly("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10");
        assertThat(api.get(path + "&cursor=bm90IG91cnM").status()).isEqualTo(400);
    }

    @Test
    void aPageEndsBeforeItIsTooLarge() {
        var section = lectures.section(lectures.published("SECTIONS-6"), "Large", null);
        var path = "/api/v1/sections/" + section + "/lessons";
        for (var i = 1; i <= 6; i++) {
            var large = Map.of("title", "l" + i, "kind", "text", "content", "x".repeat(512 * KIBIBYTE));
            assertThat(api.post(path, large, author).status()).isEqualTo(201);
        }
        var first = api.get(path + "?limit=200");
        assertThat(titles(first)).containsExactly("l1", "l2", "l3", "l4");
        var second = api.get(path + "?limit=200&cursor=" + first.text("nextCursor"));
        assertThat(titles(second)).containsExactly("l5", "l6");
        assertThat(second.json().at("/items/1/content").asString("")).hasSize(512 * KIBIBYTE);
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void manyAtOnceLeaveNoGapAndNoTwin() throws Exception {
        var course = lectures.published("SECTIONS-7");
        AtOnce.run(20, number -> lectures.section(course, "s" + number, 1 + number % 3));
        var section = lectures.section(course, "last", null);
        AtOnce.run(20, number -> lectures.lesson(section, "l" + number, 1));
        assertThat(positions("/api/v1/courses/" + course + "/sections"))
                .isEqualTo(IntStream.rangeClosed(1, 21).boxed().toList());
        assertThat(positions("/api/v1/sections/" + section + "/lessons"))
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void aSectionThatIsSentTwiceWithOneKeyIsMadeOnce() {
        var path = "/api/v1/courses/" + lectures.published("SECTIONS-8") + "/sections";
        var answers = new ArrayList<Api.Answer>();
        for (var i = 0; i < 2; i++) {
            answers.add(api.send(api.json(path)
                    .header("Authorization", "Bearer " + author)
                    .header("Idempotency-Key", "sections-once")
                    .POST(Api.json(Map.of("title", "Once")))));
        }
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(answers.get(1).header("Location"))
                .endsWith("/api/v1/sections/" + answers.get(0).text("id"));
        assertThat(api.get(path).json().path("items")).hasSize(1);
    }

    @Test
    void whatIsNotALessonIsRefusedByItsField() {
        var section = lectures.section(lectures.published("SECTIONS-9"), "A section", null);
        var path = "/api/v1/sections/" + section + "/lessons";
        refused(path, Map.of("title", "t", "kind", "link", "content", "http://example.org"), "content");
        refused(path, Map.of("title", "t", "kind", "video"), "content");
        refused(path, Map.of("title", "t", "kind", "text", "content", "x".repeat(600 * KIBIBYTE)), "content");
        refused(path, Map.of("title", "t".repeat(201), "kind", "text"), "title");
        refused(path, Map.of("title", "t", "kind", "text", "position", 0), "position");
        refused(path, Map.of("title", "t"), "kind");
        refused(path, Map.of("title", "t", "kind", "game"), "kind");
        assertThat(api.get(path).json().path("items")).isEmpty();
    }

    private void refused(String path, Map<String, Object> fields, String field) {
        var answer = api.post(path, fields, author);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString("")).isEqualTo(field);
    }

    private Api.Answer change(String path, Map<String, Object> patch) {
        var answer = api.patch(path, patch, author, api.get(path, author).header("ETag"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<String> sections(String course) {
        return Lectures.places(api.get("/api/v1/courses/" + course + "/sections", author));
    }

    private List<Integer> positions(String path) {
        return api.get(path + "?limit=100", author)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("position").asInt())
                .toList();
    }

    private static List<String> titles(Api.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static String instructor(People people, String address) {
        people.grant(people.join(address), "instructor");
        return people.logIn(address);
    }
}
