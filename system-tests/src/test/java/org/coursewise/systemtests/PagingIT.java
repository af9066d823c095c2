package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever pages through courses meets each that stays once, whatever happens to them and to others meanwhile. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class PagingIT {

    private static final int COURSES = 9;

    private final Api api;
    private final Jobs jobs;
    private final String client;

    PagingIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.client = people.client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "title", "rating", "popularity"})
    void aListThatChangesLosesAndRepeatsNothing(String sort) {
        var word = "pageable" + sort;
        jobs.imported("courses", file(sort, word, IntStream.range(0, COURSES)));
        var ids = ids(word);
        assertThat(ids).hasSize(COURSES);
        // a popular one at the front, which the walk passes first
        var places = enroll(ids.get(0), sort, 5);

        var moved = new HashSet<>(Set.of(ids.get(0)));
        var met = new ArrayList<String>();
        var path = "/api/v1/courses?limit=2&sort=" + sort + "&q=" + word;
        var page = api.get(path);
        var step = 0;
        while (true) {
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(course -> met.add(course.path("id").asString()));
            var cursor = page.text("nextCursor");
            if (cursor.isEmpty()) {
                break;
            }
            // what lies ahead comes to the front, and what was met falls behind; some come and some go
            ids.stream()
                    .filter(id -> !met.contains(id) && moved.add(id))
                    .limit(1)
                    .forEach(id -> enroll(id, sort, 9));
            if (step == 0) {
                fallBehind(ids.get(0), sort, places);
                jobs.imported("courses", file(sort, word, IntStream.of(100, 101)));
            }
            step++;
            page = api.get(path + "&cursor=" + cursor);
        }
        assertThat(met).doesNotHaveDuplicates().containsAll(ids);
    }

    private static String file(String sort, String word, IntStream numbers) {
        var csv = new StringBuilder("code,title,summary\n");
        numbers.forEach(
                number -> csv.append("PAGE-%s-%d,%s %c,%s\n".formatted(sort, number, word, 'a' + number % 26, word)));
        return csv.toString();
    }

    private List<String> ids(String word) {
        return api.get("/api/v1/courses?limit=100&q=" + word)
                .json()
                .path("items")
                .valueStream()
                .map(course -> course.path("id").asString())
                .toList();
    }

    private List<String> enroll(String course, String sort, int people) {
        var places = new ArrayList<String>();
        for (var person = 0; person < people; person++) {
            var answer = api.post(
                    "/api/v1/enrollments",
                    Map.of("courseId", course, "learnerId", "pager-%s-%d".formatted(sort, person)),
                    client);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            places.add(answer.text("id"));
        }
        rate(course, sort, people, 5);
        return places;
    }

    private void rate(String course, String sort, int people, int rating) {
        var code = api.get("/api/v1/courses/" + course).text("code");
        var now = Instant.now();
        var csv = new StringBuilder("learner,course_code,rating,at\n");
        IntStream.range(0, people)
                .forEach(person -> csv.append("pager-%s-%d,%s,%d,%s\n".formatted(sort, person, code, rating, now)));
        var job = jobs.imported("reviews", csv.toString());
        assertThat(job.json().path("refused").asInt()).as(job.body()).isZero();
    }

    private void fallBehind(String course, String sort, List<String> places) {
        places.forEach(place -> assertThat(
                        api.delete("/api/v1/enrollments/" + place, client, "*").status())
                .isEqualTo(204));
        rate(course, sort, places.size(), 1);
    }
}
