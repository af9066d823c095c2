package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.ProblemMessages;
import org.coursewise.console.layout.Texts;
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

    /** Through a file of our own, whose length is known: the API wants to know it. */
    public @Nullable String send() throws IOException {
        var sent = file;
        if (sent == null || sent.getSize() == 0) {
            var texts = Texts.of("users", Language.of(request));
            ProblemMessages.say(texts.get("import.no-file"), texts.get("import.no-file.text"));
            return null;
        }
        var copy = Files.createTempFile("users", ".csv");
        try {
            return "/users/import?faces-redirect=true&id=" + sent(sent, copy).text("id");
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Answer sent(Part part, Path copy) throws IOException {
        try (var content = part.getInputStream()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return api.upload(IMPORTS, copy, "text/csv");
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
