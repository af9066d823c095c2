package org.coursewise.console.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.users.Names.Who;
import org.coursewise.console.web.Language;

/** What happened with one person lately, from all services. One that does not answer is named and left out. */
@RequestScoped
class Timeline {

    private static final int MOST = 50;

    /** Enrolments come in no order of time; hardly anybody has more of them. */
    private static final int ALL_ENROLMENTS = 200;

    private static final Who NOBODY = new Who("", null);

    @Inject
    Api api;

    @Inject
    AuditRows audit;

    @Inject
    HttpServletRequest request;

    private final List<String> missing = new ArrayList<>();

    /** The newest first. */
    List<Moment> of(String id, String email) {
        var events = Call.to("admin", "audit-events");
        var all = new ArrayList<Moment>();
        all.addAll(read("events", events.with("subject", id).with("limit", MOST), event -> event(id, event)));
        all.addAll(read("events", events.with("actor", id).with("limit", MOST), event -> event(id, event)));
        all.addAll(read("mails", Call.to("messages").with("to", email).with("limit", MOST), this::mail));
        all.addAll(read(
                "enrolments",
                Call.to("enrollments").with("learnerId", id).with("limit", ALL_ENROLMENTS),
                this::enrolment));
        return Moment.newest(MOST, all);
    }

    /** What could not be read. */
    List<String> missing() {
        return missing.stream().distinct().toList();
    }

    private List<Moment> read(String source, Call call, Function<Map<String, Object>, Stream<Moment>> moments) {
        try {
            return api.get(call).items().stream().flatMap(moments).toList();
        } catch (ApiException e) {
            missing.add(source);
            return List.of();
        }
    }

    private Stream<Moment> event(String person, Map<String, Object> event) {
        var row = audit.row(event);
        var by = person.equals(event.get("actor")) ? new Who(texts().get("by.self"), null) : row.by();
        return Stream.of(
                new Moment(Instant.parse(row.at()), row.id(), "event", row.what(), row.link(), by, row.details()));
    }

    private Stream<Moment> mail(Map<String, Object> mail) {
        var texts = texts();
        var status = "mail." + mail.get("status");
        return Stream.of(new Moment(
                Instant.parse(String.valueOf(mail.get("createdAt"))),
                String.valueOf(mail.get("id")),
                "mail",
                texts.get("mail", String.valueOf(mail.get("template"))),
                "/mail/message?id=" + mail.get("id"),
                NOBODY,
                texts.has(status) ? texts.get(status) : String.valueOf(mail.get("status"))));
    }

    /** That a course was begun, and that it was completed. */
    private Stream<Moment> enrolment(Map<String, Object> enrolment) {
        return Stream.of("enrolled", "completed")
                .filter(act -> enrolment.get(act + "At") != null)
                .map(act -> new Moment(
                        Instant.parse(String.valueOf(enrolment.get(act + "At"))),
                        act + enrolment.get("id"),
                        "enrolment",
                        texts().get("enrolment." + act, title(enrolment)),
                        "/courses/course?id=" + enrolment.get("courseId"),
                        NOBODY,
                        texts().get("enrolment.status." + enrolment.get("status"))));
    }

    private static String title(Map<String, Object> enrolment) {
        return enrolment.get("course") instanceof Map<?, ?> course
                ? String.valueOf(course.get("title"))
                : String.valueOf(enrolment.get("courseId"));
    }

    private Texts texts() {
        return Texts.of("users", Language.of(request));
    }
}
