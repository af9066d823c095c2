package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import tools.jackson.databind.JsonNode;

/** Courses that a test reviews, and what they show of it. */
final class ReviewedCourses {

    private final Api api;
    private final String admin;
    private final Stores stores;

    ReviewedCourses(LocalStack stack, String admin) {
        this.api = new Api(stack.addresses().api());
        this.admin = admin;
        this.stores = new Stores(stack);
    }

    /** The id of a new course in the catalogue. */
    String published(String code, Map<String, ?> more) {
        var made = api.post("/api/v1/courses", fields(code, more), admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.text("id");
        var published = api.put("/api/v1/courses/" + id + "/publication", Map.of(), admin, null);
        assertThat(published.status()).as(published.body()).isEqualTo(204);
        return id;
    }

    String published(String code) {
        return published(code, Map.of());
    }

    void enrol(String learner, String course) {
        var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), learner);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
    }

    /** Enrols and reviews; the review's id. */
    String reviewed(String learner, String course, int rating, String comment) {
        enrol(learner, course);
        var written = review(learner, course, rating, comment);
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        return written.text("id");
    }

    Api.Answer review(String learner, String course, int rating, String comment) {
        return api.put(own(course), Map.of("rating", rating, "comment", comment), learner, null);
    }

    /** The path of the caller's own review. */
    static String own(String course) {
        return list(course) + "/me";
    }

    static String list(String course) {
        return "/api/v1/courses/" + course + "/reviews";
    }

    List<JsonNode> shown(String course) {
        return api.get(list(course) + "?limit=200")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Mean and count, as in {@code 4.5 of 2}, when the distribution and the reviews that are kept say the same. */
    String rating(String course) {
        var rating = api.get("/api/v1/courses/" + course).json().path("rating");
        var mean = rating.path("mean");
        var shown = (mean.isNull() ? "none" : mean.asString()) + " of "
                + rating.path("count").asString();
        assertThat(stores.query("course", """
                        select (rating_sum, rating_count) = (select coalesce(sum(rating), 0), count(rating) from review
                            where course_id = course.id and not hidden)
                        from course where id = ?::uuid
                        """, course)).as(shown).containsExactly("t");
        var distribution = api.get(list(course)).json().path("distribution");
        assertThat(distribution.propertyNames()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
        var spread = distribution.valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(spread).isEqualTo(rating.path("count").asLong());
        return shown;
    }

    private static Map<String, Object> fields(String code, Map<String, ?> more) {
        var fields = new HashMap<String, Object>(more);
        fields.put("code", code);
        fields.put("title", "Reviewed " + code);
        return fields;
    }
}
