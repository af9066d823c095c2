package org.coursewise.recommender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.SourceOrder;
import org.coursewise.recommender.scoring.CandidateScorer;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.FittedSources;
import org.coursewise.recommender.scoring.Scratch;
import org.coursewise.recommender.scoring.Source;

/**
 * Says what to take next. Made by training or read from a model file; immutable and safe to share between threads.
 * Courses are named by their codes; one the model does not know is passed over in a history and never recommended.
 */
public final class Recommender {

    private final List<KnownCourse> courses;
    private final String[] codes;
    private final Map<String, Integer> numbers;
    private final FittedSources sources;
    private final Ranker ranker;
    private final ModelFacts facts;
    private final CandidateScorer scorer;
    private final Reasons reasons;
    /** Working memory of scorings that are over, for the next ones. */
    private final ConcurrentLinkedDeque<Scratch> idle = new ConcurrentLinkedDeque<>();

    /**
     * Puts a model together.
     *
     * @param courses by number
     * @throws IllegalArgumentException when the parts are of different courses
     */
    public Recommender(List<KnownCourse> courses, FittedSources sources, Ranker ranker, ModelFacts facts) {
        if (courses.size() != sources.courses()) {
            throw new IllegalArgumentException("There must be as many courses as the sources have");
        }
        this.courses = List.copyOf(courses);
        this.numbers = new HashMap<>(courses.size() * 2);
        for (int c = 0; c < courses.size(); c++) {
            if (numbers.put(courses.get(c).code(), c) != null) {
                throw new IllegalArgumentException(
                        "There are two courses " + courses.get(c).code());
            }
        }
        this.codes = this.courses.stream().map(KnownCourse::code).toArray(String[]::new);
        this.sources = sources;
        this.ranker = ranker;
        this.facts = facts;
        this.scorer = new CandidateScorer(sources);
        this.reasons = new Reasons(this.courses, sources);
    }

    /**
     * Recommends courses that the learner has not taken.
     *
     * @param history the newest last; where every course has a time, the times decide
     * @param eligible the caller's rules
     * @param limit how many at most; fewer come only when fewer are eligible
     */
    public Recommendations recommend(List<PastCourse> history, Interests interests, Eligibility eligible, int limit) {
        int[] taken = numbers(history);
        if (taken.length == 0) {
            return new Recommendations(Level.POPULAR, cold(interests, eligible, limit));
        }
        var scratch = borrow();
        try {
            scorer.score(taken, taken.length, c -> eligible.allows(c, codes[c]), scratch);
            double[] scores = scratch.ranking();
            int[] best = scratch.best();
            int found = ranker.best(
                    scratch.features(),
                    Features.WIDTH,
                    scratch.candidates(),
                    Math.min(limit, scratch.candidates()),
                    scores,
                    best);
            var items = new ArrayList<RecommendedCourse>(found);
            var shown = new HashSet<Integer>();
            for (int place = 0; place < found; place++) {
                int k = best[place];
                int course = scratch.candidate(k);
                shown.add(course);
                items.add(new RecommendedCourse(codes[course], scores[k], () -> reasons.of(course, taken, interests)));
            }
            if (items.size() < limit) {
                double lowest =
                        items.isEmpty() ? 0 : items.get(items.size() - 1).score();
                fill(items, shown, taken, interests, eligible, limit, lowest);
            }
            return new Recommendations(ranker instanceof SourceOrder ? Level.CANDIDATES : Level.RANKER, items);
        } finally {
            idle.push(scratch);
        }
    }

    /** Courses that are like one, by who takes them and what is written about them; none when it is unknown. */
    public List<ScoredCourse> similar(String code, Eligibility eligible, int limit) {
        int course = numberOf(code);
        if (course < 0) {
            return List.of();
        }
        var scores = new HashMap<Integer, Double>();
        for (var source : new Source[] {Source.NEIGHBORS, Source.CONTENT}) {
            var links = sources.links(source);
            // what is written counts little, but for courses that few have taken
            double weight = source == Source.NEIGHBORS ? 0.8 : 0.2;
            for (int k = links.starts()[course]; k < links.starts()[course + 1]; k++) {
                scores.merge(links.columns()[k], weight * links.values()[k], Double::sum);
            }
        }
        return scores.entrySet().stream()
                .filter(entry -> eligible.allows(
                        entry.getKey(), courses.get(entry.getKey()).code()))
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> new ScoredCourse(courses.get(entry.getKey()).code(), Math.min(1, entry.getValue())))
                .toList();
    }

    /** The courses that most learners took; the score is their share. */
    public List<ScoredCourse> popular(Eligibility eligible, int limit) {
        return IntStream.range(0, courses.size())
                .map(sources::popular)
                .filter(c -> eligible.allows(c, courses.get(c).code()))
                .limit(limit)
                .mapToObj(c -> new ScoredCourse(courses.get(c).code(), share(c)))
                .toList();
    }

    /** The number of a course in this model, or -1 when the model does not know it. */
    public int numberOf(String code) {
        return Objects.requireNonNullElse(numbers.get(code), -1);
    }

    /** The courses of the model, by number. */
    public List<KnownCourse> courses() {
        return courses;
    }

    public FittedSources sources() {
        return sources;
    }

    public Ranker ranker() {
        return ranker;
    }

    public ModelFacts facts() {
        return facts;
    }

    private int[] numbers(List<PastCourse> history) {
        var ordered = history;
        if (history.stream().allMatch(past -> past.at() != null)) {
            ordered = new ArrayList<>(history);
            ordered.sort(Comparator.comparing(past -> Objects.requireNonNull(past.at())));
        }
        return ordered.stream()
                .mapToInt(past -> numberOf(past.code()))
                .filter(number -> number >= 0)
                .distinct()
                .toArray();
    }

    private List<RecommendedCourse> cold(Interests interests, Eligibility eligible, int limit) {
        var items = new ArrayList<RecommendedCourse>();
        if (!interests.isEmpty()) {
            IntStream.range(0, courses.size())
                    .map(sources::popular)
                    .filter(c -> interests.matches(courses.get(c)) > 0
                            && eligible.allows(c, courses.get(c).code()))
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer c) -> -interests.matches(courses.get(c))))
                    .limit(limit)
                    .forEach(c -> items.add(new RecommendedCourse(
                            courses.get(c).code(),
                            interests.matches(courses.get(c)) + share(c),
                            () -> reasons.of(c, new int[0], interests))));
        }
        var shown = new HashSet<Integer>();
        items.forEach(item -> shown.add(numberOf(item.code())));
        fill(items, shown, new int[0], interests, eligible, limit, 1);
        return items;
    }

    /** Adds popular courses below the last item until there are enough. */
    private void fill(
            List<RecommendedCourse> items,
            Set<Integer> shown,
            int[] taken,
            Interests interests,
            Eligibility eligible,
            int limit,
            double below) {
        for (int course : taken) {
            shown.add(course);
        }
        for (int place = 0; place < courses.size() && items.size() < limit; place++) {
            int c = sources.popular(place);
            if (!shown.contains(c) && eligible.allows(c, courses.get(c).code())) {
                items.add(new RecommendedCourse(
                        courses.get(c).code(), below - 1 + share(c), () -> reasons.of(c, taken, interests)));
            }
        }
    }

    private double share(int course) {
        return (double) sources.count(course) / Math.max(1, sources.learners());
    }

    private Scratch borrow() {
        var scratch = idle.poll();
        return scratch == null ? new Scratch(sources) : scratch;
    }
}
