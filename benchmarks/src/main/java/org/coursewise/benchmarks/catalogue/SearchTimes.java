package org.coursewise.benchmarks.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.benchmarks.Http;
import org.coursewise.benchmarks.load.LoadGenerator;
import org.coursewise.benchmarks.load.Request;
import org.coursewise.localstack.LocalStack;

/**
 * How long the first page of a search takes with its facets, asked by one caller right after a course was published or
 * withdrawn, so that nothing of the answer is in course's memory.
 */
final class SearchTimes {

    private static final int WARM_UP = 40;
    private static final int MEASURED = 5 * Integer.getInteger("costs.rounds", 5);
    private static final double MOST_MILLISECONDS = 50;

    private final LocalStack stack;
    private final URI course;
    private final Http http;
    private boolean isPublished;

    /** @param query of the list's address */
    private record Search(String what, String query) {

        static Search words(String what, String words) {
            return new Search(what + ": " + words, "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
    }

    private static final List<Search> SEARCHES = List.of(
            new Search("no words, newest first", ""),
            Search.words("a word of every fifth course", "energy"),
            Search.words("a rare word", "nanotronics"),
            Search.words("German with an umlaut, by its stem", "Störungen"),
            Search.words("Chinese", "数据分析"),
            Search.words("a mistyped word", "algoritm"),
            new Search("a category and a level", "category=Computing&level=beginner"),
            new Search("most popular first", "sort=popularity"));

    SearchTimes(LocalStack stack) {
        this.stack = stack;
        this.course = stack.addresses().course();
        this.http = new Http(stack.addresses().api());
    }

    List<Figure> measure() throws IOException, InterruptedException {
        var admin = "Bearer "
                + http.post(
                                "/api/v1/sessions",
                                Map.of("email", stack.adminEmail(), "password", stack.adminPassword()),
                                "")
                        .path("accessToken")
                        .asString();
        var changing = "/api/v1/courses/"
                + http.post("/api/v1/courses", Map.of("code", "CHANGING", "title", "Changing"), admin)
                        .path("id")
                        .asString()
                + "/publication";
        var times = new double[SEARCHES.size()][MEASURED];
        for (var round = -WARM_UP; round < MEASURED; round++) {
            for (var i = 0; i < times.length; i++) {
                change(changing, admin);
                var time = ask(SEARCHES.get(i));
                if (round >= 0) {
                    times[i][round] = time;
                }
            }
        }
        var figures = new ArrayList<Figure>();
        for (var i = 0; i < times.length; i++) {
            Arrays.sort(times[i]);
            figures.add(new Figure(
                    SEARCHES.get(i).what(),
                    "ms",
                    times[i][MEASURED / 2],
                    MOST_MILLISECONDS,
                    "wanted, with facets counted afresh",
                    Goal.atMost(1)));
        }
        return figures;
    }

    /** Forgets what was counted. */
    private void change(String publication, String admin) throws IOException, InterruptedException {
        isPublished = !isPublished;
        if (isPublished) {
            http.put(publication, admin);
        } else {
            http.delete(publication, admin);
        }
    }

    private double ask(Search search) throws IOException {
        var request = Request.get(course, "/api/v1/courses?" + search.query());
        return new LoadGenerator(course, List.of(request)).run(1, Duration.ZERO).medianMilliseconds();
    }
}
