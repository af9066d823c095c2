package org.coursewise.email.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The release's mails in a browser, on a telephone and on a desk: nothing is wider than its window. The pictures, in light
 * and dark, are in {@code target/pictures}.
 */
class MailPicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures").toAbsolutePath();
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("displayName", "Ada Lovelace"),
            Map.entry("link", "https://learn.example.org/verify?token=Zm9vYmFyYmF6cXV1eA"),
            Map.entry("newAddress", "ada.augusta.king.countess.of.lovelace@analytical-engine.example.org"),
            Map.entry("address", "203.0.113.17"),
            Map.entry("at", "23 November 2026, 12:00 UTC"),
            Map.entry("device", "Firefox on Linux"),
            Map.entry("courseTitle", "Donaudampfschifffahrtsgesellschaft: 企业管理 and the history of very long names"),
            Map.entry("certificateUrl", "https://learn.example.org/certificates/0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77"),
            Map.entry("course1Title", "Algebra for everyone"),
            Map.entry("course1Url", "https://learn.example.org/courses/0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77"),
            Map.entry("course1Reason", "Because you took Numbers"),
            Map.entry("course2Title", "机器学习导论"),
            Map.entry("course2Url", "https://learn.example.org/courses/5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11"),
            Map.entry("course2Reason", "Because you like Mathematics"));

    private final Renderer renderer = new Renderer(URI.create("https://learn.example.org"));

    @ParameterizedTest
    @CsvSource({
        "en, phone, 390, 4, 2800",
        "en, desk, 1200, 2, 4000",
        "de, phone, 390, 4, 2800",
        "de, desk, 1200, 2, 4000"
    })
    void noMailIsWiderThanItsWindow(String locale, String place, int width, int columns, int height) throws Exception {
        var browser = Browser.find();
        assumeTrue(browser.isPresent(), "no Chromium on the path, and none named by -Dbrowser=: no pictures");
        Files.createDirectories(FOLDER);
        var mails = mails(locale);
        assertThat(mails).hasSize(12);
        var page = FOLDER.resolve(locale + "-" + place + ".html");
        Files.writeString(page, page(mails, width));

        var windowWidth = columns * (width + 20);
        for (var scheme : List.of("light", "dark")) {
            browser.get()
                    .photograph(
                            page,
                            scheme.equals("dark"),
                            windowWidth,
                            height,
                            FOLDER.resolve(locale + "-" + place + "-" + scheme + ".png"));
        }
        assertThat(browser.get().contentOf(page, windowWidth))
                .contains("data-shown=\"" + mails.size() + "\"")
                .contains("data-too-wide=\"\"");
    }

    private Map<String, String> mails(String locale) {
        var templates = new Templates();
        return BuiltIn.NAMES.stream().collect(Collectors.toMap(name -> name, name -> renderer.render(
                        templates.exactly(name, locale).orElseThrow(), VALUES)
                .html()));
    }

    /** Each mail in a frame of that width, as high as it is, and what is wider than its frame by name. */
    private static String page(Map<String, String> mails, int width) {
        var frames = new TreeSet<>(mails.keySet())
                .stream()
                        .map(name -> "<iframe title=\"%s\" width=\"%d\" srcdoc=\"%s\"></iframe>"
                                .formatted(
                                        name,
                                        width,
                                        mails.get(name).replace("&", "&amp;").replace("\"", "&quot;")))
                        .collect(Collectors.joining("\n"));
        return """
                <!doctype html><meta charset="utf-8">
                <style>
                :root { color-scheme: light dark }
                body { margin: 0; display: flex; flex-wrap: wrap; align-items: flex-start }
                iframe { border: 0; margin: 0 10px 20px }
                </style>
                %s
                <script>
                addEventListener('load', () => {
                  const frames = [...document.querySelectorAll('iframe')];
                  const root = frame => frame.contentDocument.documentElement;
                  frames.forEach(frame => frame.height = root(frame).scrollHeight);
                  document.body.dataset.shown = frames.filter(frame => root(frame).innerText.length > 50).length;
                  document.body.dataset.tooWide = frames.filter(frame => root(frame).scrollWidth > root(frame).clientWidth)
                    .map(frame => frame.title).join(' ');
                });
                </script>
                """.formatted(frames);
    }
}
