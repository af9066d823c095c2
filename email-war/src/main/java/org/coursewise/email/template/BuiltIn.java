package org.coursewise.email.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that come with the product, in {@code src/main/resources/templates/<name>/<locale>.{txt,html}}. The plain one
 * begins with the subject; the HTML one is what stands inside the layout.
 */
final class BuiltIn {

    static final List<String> NAMES = List.of(
            "email-verification",
            "address-known",
            "welcome",
            "password-reset",
            "password-changed",
            "address-change-confirmation",
            "address-changed",
            "new-device",
            "enrollment-confirmation",
            "course-completed",
            "waiting-list",
            "recommendation-digest");
    static final List<String> LANGUAGES = List.of("en", "de");

    private static final String SUBJECT = "Subject: ";
    private static final int FIRST_VERSION = 1;

    private BuiltIn() {}

    static List<Template> all() {
        var templates = new ArrayList<Template>();
        for (var name : NAMES) {
            for (var language : LANGUAGES) {
                templates.add(read(name, language));
            }
        }
        return templates;
    }

    private static Template read(String name, String language) {
        var path = name + "/" + language;
        var plain = file(path + ".txt").split("\n\n", 2);
        if (plain.length != 2 || !plain[0].startsWith(SUBJECT)) {
            throw new IllegalStateException(path + ".txt has to begin with its subject and an empty line");
        }
        var subject = plain[0].substring(SUBJECT.length());
        return Template.of(name, language, subject, plain[1], file(path + ".html"), FIRST_VERSION);
    }

    static String file(String path) {
        try (var in = BuiltIn.class.getResourceAsStream("/templates/" + path)) {
            if (in == null) {
                throw new IllegalStateException("templates/" + path + " is not in the archive");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
