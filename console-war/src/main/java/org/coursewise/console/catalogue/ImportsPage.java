package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.layout.ProblemMessages;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /imports/list}: files that are taken in, and those that are given out. */
@Named("imports")
@RequestScoped
public class ImportsPage {

    private static final String FEATURE = "catalogue";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String kind = FileKind.COURSES.getName();
    private @Nullable Part file;
    private @Nullable Answer found;

    public void load() {
        found = api.get(Call.to("imports").with("cursor", request.getParameter("cursor")));
    }

    /** The file goes on to the API as it is; here it is kept no longer than that takes. */
    public @Nullable String send() throws IOException {
        var sent = file;
        if (sent == null || sent.getSize() == 0) {
            var texts = Texts.of(FEATURE, Language.of(request));
            ProblemMessages.say(texts.get("import.no-file"), texts.get("import.no-file.text"));
            return null;
        }
        var kept = Files.createTempFile("import", ".csv");
        try {
            try (var content = sent.getInputStream()) {
                Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            var job = api.upload(FileKind.of(kind).on(Call.to("imports")), kept, "text/csv");
            notices.done(FEATURE, "import.sent");
            return "/imports/import?faces-redirect=true&id=" + job.made();
        } finally {
            Files.delete(kept);
        }
    }

    public List<FileKind> getKinds() {
        return FileKind.all();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public List<Map<String, Object>> getJobs() {
        return found == null ? List.of() : found.items();
    }

    public @Nullable String getNextCursor() {
        return found == null ? null : found.nextCursor();
    }
}
