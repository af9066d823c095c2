package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.job.SentFile;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /imports/list}: files that are taken in, and those that are given out. */
@Named("imports")
@RequestScoped
public class ImportsPage {

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

    /** @return to the job, or null to stay and read why */
    public @Nullable String send() throws IOException {
        var job = SentFile.pass(file, api, FileKind.of(kind).on(Call.to("imports")), Language.of(request));
        job.ifPresent(begun -> notices.done("catalogue", "import.sent"));
        return job.map(begun -> "/imports/import?faces-redirect=true&id=" + begun.made())
                .orElse(null);
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
