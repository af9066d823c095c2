package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The catalogue is kept in the console: courses, what they teach, what is said of them, and files. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleCatalogueIT {

    private static final String DONE = ".notice.done";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;
    private ConsoleWindow window;

    ConsoleCatalogueIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
    }

    @BeforeAll
    void open() {
        window = ConsoleWindow.open(stack).asAdmin(stack);
    }

    @AfterAll
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void aCourseIsMadeCorrectedPublishedAndFoundByAnybody() {
        var needed = made("CONSOLE-0", "Arithmetic of consoles");
        var page = window.go("/courses/new");
        page.fill("#code", "CONSOLE-1");
        page.fill("#title", " ");
        page.fill("#find-prerequisites-words", "arithmetic of consoles");
        page.click("#find-prerequisites");
        page.check("label:has-text('Arithmetic of consoles') input");
        page.click("#create");
        assertThat(page.innerText("#title-complaint")).contains("Must not be blank");
        assertThat(page.getAttribute("#title", "aria-invalid")).isEqualTo("true");
        assertThat(page.inputValue("#code")).as("what was typed stays").isEqualTo("CONSOLE-1");
        window.isUsable();
        page.fill("#title", "Algebra of consoles");
        page.click("#create");
        page.waitForSelector(DONE);
        var id = page.url().replaceFirst(".*id=", "");
        var course = "/api/v1/courses/" + id;
        assertThat(api.get(course).status()).as("a draft").isEqualTo(404);
        assertThat(page.locator("svg.graph a").allTextContents())
                .anyMatch(text -> text.contains("Arithmetic"))
                .anyMatch(text -> text.contains("Algebra"));
        window.isUsable();

        window.press("Publish");
        page.waitForSelector(DONE);
        assertThat(api.get("/api/v1/courses?q=algebra+of+consoles").body()).contains("CONSOLE-1");
        assertThat(api.get(course).json().path("prerequisites").toString()).contains(needed);

        page.fill("#capacity", "12");
        api.patch(
                course,
                Map.of("summary", "Meanwhile"),
                admin,
                api.get(course, admin).header("ETag"));
        page.click("#save");
        assertThat(window.text()).contains("Somebody else changed this meanwhile");
        assertThat(page.inputValue("#capacity")).isEqualTo("12");

        window.go("/courses/list?q=algebra+of+consoles").click("text=Algebra of consoles");
        window.confirm("Take back", "Take back");
        page.waitForSelector(DONE);
        assertThat(api.get(course).status()).isEqualTo(404);
        window.confirm("Archive", "Archive");
        page.waitForSelector(DONE);
        assertThat(api.get(course, admin).text("status")).isEqualTo("archived");
        window.isUsable();
        window.go("/courses/roster?id=" + needed);
        window.isUsable();
    }

    @Test
    void lessonsAreAddedCorrectedAndOrderedByButtonsAndByMouse() {
        var course = made("CONSOLE-2", "Ordered in the console");
        var page = window.go("/courses/content?id=" + course);
        for (var title : List.of("First", "Second")) {
            page.fill("#newTitle", title);
            page.click("#add-section");
            page.waitForSelector(DONE);
        }
        for (var title : List.of("One", "Two", "Three")) {
            page.click("[aria-label='Add lesson: First']");
            page.fill("#title", title);
            page.click("#save");
            page.waitForSelector(DONE);
        }
        var section = api.get("/api/v1/courses/" + course + "/sections", admin)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        page.click("[aria-label='Move up: Three']");
        page.waitForSelector(DONE);
        assertThat(lessons(section)).containsExactly("One", "Three", "Two");
        page.dragAndDrop(
                ".lessons > li:nth-child(3)",
                ".lessons > li:nth-child(1)",
                new Page.DragAndDropOptions().setTargetPosition(40, 2));
        page.waitForFunction("document.querySelector('.lessons a').textContent === 'Two' && !!document.querySelector('"
                + DONE + "')");
        assertThat(lessons(section)).containsExactly("Two", "One", "Three");
        window.isUsable();

        page.click("text=One");
        page.selectOption("#kind", "video");
        page.fill("#content", "no address");
        page.click("#save");
        assertThat(page.innerText("#content-complaint")).contains("https URL");
        window.isUsable();
        page.fill("#content", "https://example.org/film");
        page.click("#save");
        page.waitForSelector(DONE);
        page.click("[aria-label='Edit: First']");
        window.isUsable();
        window.confirm("Delete the section", "Delete the section");
        page.waitForSelector(DONE);
        assertThat(api.get("/api/v1/sections/" + section, admin).status()).isEqualTo(404);
    }

    @Test
    void aReviewThatWasReportedIsHiddenAndShownAgain() {
        var ada = people.join("ada.console@example.org");
        var course = new ReviewedCourses(stack, admin).published("CONSOLE-3");
        var review = new ReviewedCourses(stack, admin).reviewed(ada, course, 1, "Whoever likes this is a fool.");
        api.post("/api/v1/reviews/" + review + "/reports", Map.of("reason", "It insults people."), admin);

        var page = window.go("/courses/reviews");
        var shown = "#review-" + review;
        assertThat(page.innerText(shown)).contains("Whoever likes this", "It insults people.", "CONSOLE-3");
        window.isUsable();
        page.click(shown + " >> text=Hide");
        page.waitForSelector(DONE);
        assertThat(api.get(ReviewedCourses.list(course)).body()).doesNotContain(review);
        window.go("/courses/reviews?status=hidden");
        window.isUsable();
        page.click(shown + " >> text=Show again");
        page.waitForSelector(DONE);
        assertThat(api.get(ReviewedCourses.list(course)).body()).contains(review);
    }

    @Test
    void aFileIsImportedAndTheRowThatIsWrongSaysWhy() {
        var page = window.go("/imports/list");
        window.isUsable();
        var file = "code,title,level\nCONSOLE-4,By a file,beginner\nCONSOLE-5,,beginner\n";
        page.setInputFiles("#file", new FilePayload("courses.csv", "text/csv", file.getBytes(UTF_8)));
        page.click("#send");
        assertThat(page.innerText("#errors")).contains("3", "title");
        page.waitForSelector("#job-status.good");
        assertThat(page.innerText("[id='watch:job-panel']")).contains("Taken\n1", "Refused\n1");
        window.isUsable();
        assertThat(api.get("/api/v1/courses?q=by+a+file").body()).contains("CONSOLE-4");

        assertThat(leftFiles()).as("what the form brought").isEmpty();

        window.go("/imports/list");
        assertThat(page.innerText("#jobs")).contains("Courses", "Done");
        var exported = page.waitForDownload(() -> window.press("Download"));
        assertThat(exported.path()).content().contains("CONSOLE-4");
    }

    /** Of uploads, in the console's own folder. */
    private static List<Path> leftFiles() {
        var folder = Path.of(System.getProperty("stack.home"), "liberty", "coursewise-console");
        try (var files = Files.find(
                folder, 30, (file, is) -> file.getFileName().toString().startsWith("upload_"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String made(String code, String title) {
        var made = api.post("/api/v1/courses", Map.of("code", code, "title", title), admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.text("id");
    }

    private List<String> lessons(String section) {
        return api.get("/api/v1/sections/" + section + "/lessons", admin)
                .json()
                .path("items")
                .valueStream()
                .map(lesson -> lesson.path("title").asString())
                .toList();
    }
}
