package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.coursewise.localstack.LocalStack;
import org.coursewise.systemtests.ConsoleWindow.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goes wherever links of the console lead, each page once, on a phone and on a desk, in light and in English, in dark and in
 * German: none is wider than the window, untranslated, or grave to axe; the browser has nothing to say. The pictures are in
 * {@code target/console}, with what axe finds and is not grave.
 */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsolePicturesIT {

    private static final Path PICTURES = Path.of("target", "console");
    private static final List<Looks> LOOKS = List.of(
            new Looks("en-GB", 1440, false),
            new Looks("de-DE", 1440, true),
            new Looks("en-GB", 390, false),
            new Looks("de-DE", 390, true));

    private final LocalStack stack;

    ConsolePicturesIT(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void everyPageCanBeReadAndUsed() throws IOException {
        fill();
        Files.createDirectories(PICTURES);
        var rest = new TreeSet<String>();
        Map<String, String> pages;
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            pages = window.everyPage();
        }
        assertThat(pages).hasSizeGreaterThan(20);
        for (var looks : LOOKS) {
            try (var window = ConsoleWindow.open(stack, looks).asAdmin(stack)) {
                for (var page : pages.entrySet()) {
                    window.go(page.getValue());
                    window.isUsable();
                    rest.addAll(window.lightFindings());
                    window.page()
                            .screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(PICTURES.resolve(name(page.getKey(), looks))));
                }
            }
        }
        Files.write(PICTURES.resolve("axe.txt"), rest);
    }

    /** Something to see on each page. */
    private void fill() {
        var api = new Api(stack.addresses().api());
        var people = new People(stack);
        var admin = people.admin();
        var learner = people.join("pictures.console@example.org");
        var lectures = new Lectures(api, admin);
        var course = lectures.published("PICTURES-1");
        lectures.lessons(course, "What it is", "Why it is so");
        api.post("/api/v1/enrollments", Map.of("courseId", course), learner);
        var jobs = new Jobs(api, people.client("catalog:write", "learning:write", "models:train"));
        jobs.imported("enrollments", """
                learner,course_code,enrolled_at
                x,PICTURES-1,2026-01-01T00:00:00Z
                y,NONE,
                """);
        jobs.succeeded(Jobs.TRAINING, jobs.train());
        new Administration(stack).sendUsers("email,displayName\npictures.import@example.org,Ada\nno address,Ada\n");
    }

    private static String name(String path, Looks looks) {
        return path.substring(1).replace('/', '-') + "-" + looks.width() + (looks.isDark() ? "-dark" : "-light")
                + ".png";
    }
}
