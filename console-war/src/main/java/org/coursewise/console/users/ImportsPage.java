package org.coursewise.console.users;

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
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** {@code /users/imports}: sends a file of users, and lists those that were sent. */
@Named("userImportsPage")
@RequestScoped
public class ImportsPage {

    private static final Call IMPORTS = Call.to("admin", "user-imports");

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private @Nullable Part file;
    private @Nullable Answer found;

    public void load() {
        found = api.get(IMPORTS.with("cursor", request.getParameter("cursor")));
    }

    /** @return to the job, or null to stay and read why */
    public @Nullable String send() throws IOException {
        return SentFile.pass(file, api, IMPORTS, Language.of(request))
                .map(begun -> "/users/import?faces-redirect=true&id=" + begun.made())
                .orElse(null);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public List<Map<String, Object>> getRows() {
        return found == null ? List.of() : found.items();
    }

    public @Nullable String getNext() {
        return found == null ? null : found.nextCursor();
    }
}
