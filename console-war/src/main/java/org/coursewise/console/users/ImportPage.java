package org.coursewise.console.users;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.job.ImportJob;
import org.coursewise.console.layout.Notices;

/** {@code /users/import?id=}: how far a file of users is, and which of its rows were refused. */
@Named("userImportPage")
@RequestScoped
public class ImportPage {

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private ImportJob job = ImportJob.UNKNOWN;

    /** Of the page's address, which is all that is read when the page asks by itself how far it is. */
    @PostConstruct
    void readAddress() {
        id = Objects.toString(request.getParameter("id"), "");
    }

    public void load() {
        job = ImportJob.of(api, Call.to("admin", "user-imports", id), request.getParameter("cursor"));
    }

    /** Whatever its state is by now: it changes every second. */
    public String cancel() {
        api.delete(Call.to("admin", "user-imports", id), "*");
        notices.done("users", "import.cancelled");
        return "/users/import?faces-redirect=true&id=" + id;
    }

    public ImportJob getJob() {
        return job;
    }
}
