package org.coursewise.console.job;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.ProblemMessages;
import org.coursewise.console.layout.Texts;
import org.jspecify.annotations.Nullable;

/** A file that somebody chose in a form, on its way to the API. */
public final class SentFile {

    private SentFile() {}

    /**
     * Through a file of our own, whose length the API wants to know, and which is kept no longer than that takes.
     *
     * @return empty when none was chosen, which the page is then told
     */
    public static Optional<Answer> pass(@Nullable Part chosen, Api api, Call imports, Locale language)
            throws IOException {
        if (chosen == null || chosen.getSize() == 0) {
            var texts = Texts.of("", language);
            ProblemMessages.say(texts.get("no-file.title"), texts.get("no-file.text"));
            return Optional.empty();
        }
        var kept = Files.createTempFile("import", ".csv");
        try (var content = chosen.getInputStream()) {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(api.upload(imports, kept, "text/csv"));
        } finally {
            Files.delete(kept);
        }
    }
}
