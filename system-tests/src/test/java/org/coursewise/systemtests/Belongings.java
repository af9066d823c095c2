package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.coursewise.localstack.LocalStack;
import org.coursewise.systemtests.AuthorizationTable.Who;

/**
 * Real things for the ids in a path, made anew for each row: an endpoint may use them up. What an id stands for is known by
 * the longest of the paths below that a path begins with, ids of several by spaces; for another one nothing is there.
 */
final class Belongings {

    private final Api api;
    private final People people;
    private final Callers callers;
    private final String bystander;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, Supplier<String>> makers = Map.ofEntries(
            Map.entry("/api/v1/users/me/sessions/{id}", this::session),
            Map.entry("/api/v1/users/me/factors/{id}", this::factor),
            Map.entry("/api/v1/admin/users/{id}", this::bystander),
            Map.entry("/api/v1/admin/clients/{id}", this::client),
            Map.entry("/api/v1/courses/{id}", this::draft),
            Map.entry("/api/v1/courses/{id}/similar", this::published),
            Map.entry("/api/v1/courses/{id}/reviews", this::reviewed),
            Map.entry("/api/v1/reviews/{id}", this::review),
            Map.entry("/api/v1/admin/reviews/{id}", this::review),
            Map.entry("/api/v1/sections/{id}", this::section),
            Map.entry("/api/v1/lessons/{id}", this::lesson),
            Map.entry("/api/v1/enrollments/{id}", this::enrollment),
            Map.entry("/api/v1/enrollments/{id}/lessons/{lessonId}", this::enrollmentAndLesson),
            Map.entry("/api/v1/invitations/{id}", this::invitation),
            Map.entry("/api/v1/learners/{learnerId}/recommendations", this::learner),
            Map.entry("/api/v1/messages/{id}", this::message));

    Belongings(LocalStack stack, Callers callers) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.callers = callers;
        this.bystander = idOf(people.join("bystander.authorization@example.org"));
    }

    /**
     * A path with something in the place of each parameter.
     *
     * @param isReal whether it names what is there
     */
    record Filled(String path, boolean isReal) {}

    Filled fill(String path) {
        if (!path.contains("{")) {
            return new Filled(path, true);
        }
        var known = makers.keySet().stream().filter(path::startsWith).max(Comparator.comparing(String::length));
        var begun = path;
        for (var id : known.map(prefix -> makers.get(prefix).get().split(" ")).orElse(new String[0])) {
            begun = begun.replaceFirst("\\{[^}]*}", id);
        }
        return new Filled(begun.replaceAll("\\{[^}]*}", Operations.NO_ONES_ID), !begun.contains("{"));
    }

    private String session() {
        try {
            var token = SignedJWT.parse(callers.anotherSession(Who.LEARNER));
            return token.getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** One that waits for its first code, so that nothing but whose it is stands in the way. */
    private String factor() {
        return id(new SecondFactors(api).begin(callers.token(Who.LEARNER)));
    }

    private String bystander() {
        return bystander;
    }

    private String client() {
        var fields = Map.of("name", "To be gone", "scopes", new String[] {"emails:send"});
        return id(api.post("/api/v1/admin/clients", fields, people.admin()));
    }

    private String draft() {
        return course(callers.token(Who.INSTRUCTOR));
    }

    private String published() {
        var admin = people.admin();
        var course = course(admin);
        var answer = api.put("/api/v1/courses/" + course + "/publication", Map.of(), admin, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return course;
    }

    private String section() {
        return new Lectures(api, callers.token(Who.INSTRUCTOR)).section(draft(), "Whose is it?", null);
    }

    private String lesson() {
        return new Lectures(api, callers.token(Who.INSTRUCTOR)).lesson(section(), "Whose is it?", null);
    }

    private String course(String owner) {
        var fields = Map.of("code", "AUTHORIZATION-" + made.incrementAndGet(), "title", "Whose is it?");
        return id(api.post("/api/v1/courses", fields, owner));
    }

    private String enrollment() {
        return id(api.post("/api/v1/enrollments", Map.of("courseId", published()), callers.token(Who.LEARNER)));
    }

    /** Both ids, separated by a space; another lesson keeps the course open. */
    private String enrollmentAndLesson() {
        var course = published();
        var lesson =
                new Lectures(api, people.admin()).lessons(course, "one", "two").get(0);
        return id(api.post("/api/v1/enrollments", Map.of("courseId", course), callers.token(Who.LEARNER))) + " "
                + lesson;
    }

    private String invitation() {
        var path = "/api/v1/courses/" + draft() + "/invitations";
        var owner = callers.token(Who.INSTRUCTOR);
        var answer = api.post(path, Map.of("emails", new String[] {"invited.authorization@example.org"}), owner);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return api.get(path, owner).json().at("/items/0/id").asString();
    }

    /** A published course that the learner has reviewed. */
    private String reviewed() {
        var course = published();
        id(api.post("/api/v1/enrollments", Map.of("courseId", course), callers.token(Who.LEARNER)));
        var path = "/api/v1/courses/" + course + "/reviews/me";
        id(api.put(path, Map.of("rating", 5), callers.token(Who.LEARNER), null));
        return course;
    }

    private String review() {
        var mine = "/api/v1/courses/" + reviewed() + "/reviews/me";
        return api.get(mine, callers.token(Who.LEARNER)).text("id");
    }

    private String learner() {
        return idOf(callers.token(Who.LEARNER));
    }

    private String message() {
        var messages = api.get("/api/v1/messages?limit=1", people.admin());
        return messages.json().path("items").get(0).path("id").asString();
    }

    private String idOf(String accessToken) {
        return api.get("/api/v1/users/me", accessToken).text("id");
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }
}
