package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** Courses that a test enrols people in. */
final class EnrolledCourses {

    private final Api api;
    private final String author;

    /** @param author the access token of an administrator or instructor */
    EnrolledCourses(Api api, String author) {
        this.api = api;
        this.author = author;
    }

    /** The id of a new draft. */
    String draft(String code, String title, Map<String, ?> more) {
        var fields = new HashMap<String, Object>(more);
        fields.put("code", code);
        fields.put("title", title);
        var made = api.post("/api/v1/courses", fields, author);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.text("id");
    }

    /** The id of a new course in the catalogue. */
    String published(String code, String title, Map<String, ?> more) {
        var id = draft(code, title, more);
        publish(id);
        return id;
    }

    void publish(String id) {
        var answer = api.put("/api/v1/courses/" + id + "/publication", Map.of(), author, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}
