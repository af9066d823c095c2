package org.coursewise.benchmarks.catalogue;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.benchmarks.Http;
import org.coursewise.benchmarks.load.LoadRounds;
import org.coursewise.benchmarks.load.LoadRounds.Rate;
import org.coursewise.benchmarks.load.Request;
import org.coursewise.localstack.LocalStack;

/**
 * Answers a second to 32 connections that are kept alive, and what one costs course's process, held against the same server's
 * cheapest answer: that it is alive.
 */
final class ReadingRates {

    private static final int MANY = 1_000;
    private static final double A_SECOND = 30_000;
    private static final String STATIC = "the server's own /health/live, this run";

    private final URI course;
    private final LoadRounds rounds;
    private final Rate alive;

    ReadingRates(LocalStack stack) throws IOException {
        course = stack.addresses().course();
        rounds = new LoadRounds(course, () -> stack.processorTime("course"));
        alive = rounds.measure(List.of(Request.get(course, "/health/live")));
    }

    List<Figure> measure() throws IOException, InterruptedException {
        var paths = GeneratedCatalogue.ids(MANY).stream()
                .map(id -> "/api/v1/courses/" + id)
                .toList();
        var first = paths.get(0);
        var tag = new Http(course).etag(first);
        var figures = new ArrayList<Figure>();
        add(figures, "one course", rounds.measure(List.of(Request.get(course, first))), true);
        var all = paths.stream().map(path -> Request.get(course, path)).toList();
        add(figures, "1,000 courses in turn", rounds.measure(all), true);
        add(figures, "one course, known (304)", rounds.measure(List.of(Request.getUnless(course, first, tag))), true);
        add(figures, "first page of all", rounds.measure(List.of(Request.get(course, "/api/v1/courses"))), false);
        return figures;
    }

    private void add(List<Figure> figures, String what, Rate rate, boolean hasGoal) {
        if (hasGoal) {
            figures.add(new Figure(
                    what, "a second", rate.aSecond(), A_SECOND, "wanted on two processors", Goal.atLeast(1)));
        }
        figures.add(new Figure(what, "a second", rate.aSecond(), alive.aSecond(), STATIC, Goal.none()));
        figures.add(new Figure(what, "ms CPU", rate.cpuMilliseconds(), alive.cpuMilliseconds(), STATIC, Goal.none()));
        figures.add(new Figure(what, "ms median", rate.median(), alive.median(), STATIC, Goal.none()));
        figures.add(new Figure(what, "ms p99", rate.p99(), alive.p99(), STATIC, Goal.none()));
    }
}
