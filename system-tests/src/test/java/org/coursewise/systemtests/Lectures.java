package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Courses with something in them, as an author makes them. */
final class Lectures {

    private final Api api;
    private final String author;

    /** @param author the access token of whoever makes them */
    Lectures(Api api, String author) {
        this.api = api;
        this.author = author;
    }

    String draft(String code) {
        return made(api.post("/api/v1/courses", Map.of("code", code, "title", "The course " + code), author));
    }

    String published(String code) {
        var course = draft(code);
        publish(course);
        return course;
    }

    void publish(String course) {
        var answer = api.put("/api/v1/courses/" + course + "/publication", Map.of(), author, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    String section(String course, String title, @Nullable Integer position) {
        return made(api.post(
                "/api/v1/courses/" + course + "/sections",
                withPosition(Map.<String, Object>of("title", title), position),
                author));
    }

    String lesson(String section, String title, @Nullable Integer position) {
        var fields = Map.<String, Object>of("title", title, "kind", "text", "content", "About " + title);
        return made(api.post("/api/v1/sections/" + section + "/lessons", withPosition(fields, position), author));
    }

    /** A section with lessons of these titles; the ids of the lessons. */
    List<String> lessons(String course, String... titles) {
        var section = section(course, "A section", null);
        var ids = new ArrayList<String>();
        for (var title : titles) {
            ids.add(lesson(section, title, null));
        }
        return ids;
    }

    void remove(String path) {
        var answer = api.delete(path, author, api.get(path, author).header("ETag"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Titles with their positions: {@code 1 First}. */
    static List<String> places(Api.Answer list) {
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        return list.json().path("items").valueStream().map(Lectures::place).toList();
    }

    private static String place(JsonNode item) {
        return item.path("position").asInt() + " " + item.path("title").asString();
    }

    private static Map<String, Object> withPosition(Map<String, Object> fields, @Nullable Integer position) {
        var all = new HashMap<>(fields);
        if (position != null) {
            all.put("position", position);
        }
        return all;
    }

    private static String made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }
}
