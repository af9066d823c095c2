package org.coursewise.recommender.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coursewise.recommender.Eligibility;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.PastCourse;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.evaluation.ListScores;
import org.coursewise.recommender.matrix.Top;
import org.coursewise.recommender.scoring.Source;

/**
 * Measures a recommender, and each of its sources alone, on enrolments it was not trained on. Learners of the test
 * without a history count, too; courses the training knew nothing of can be found by none.
 */
public final class HeldOutTest {

    private static final long SEED = 0;

    private final Recommender recommender;
    private final List<List<PastCourse>> histories = new ArrayList<>();
    private final List<int[]> wanted = new ArrayList<>();
    private final int trainedCourses;

    /**
     * @param trained what the recommender was trained on
     * @param test what is to be foreseen
     */
    public HeldOutTest(Recommender recommender, Dataset trained, Dataset test) {
        this.recommender = recommender;
        this.trainedCourses = (int) Arrays.stream(trained.histories().counts())
                .filter(count -> count > 0)
                .count();
        var numbers = new HashMap<>(trained.learnerNumbers());
        for (int u = 0; u < test.learners().size(); u++) {
            var number = numbers.get(test.learners().get(u));
            histories.add(number == null ? List.of() : codes(trained, number));
            wanted.add(wanted(test, u));
        }
    }

    /** The figures of the recommender, of each source's own order and of popularity, by name. */
    public Map<String, Figures> measure() {
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put("shipped", shipped());
        for (var source : Source.values()) {
            if (!recommender.sources().links(source).isEmpty()) {
                figures.put(source.name().toLowerCase(Locale.ROOT), source(source));
            }
        }
        figures.put("popularity", popularity());
        return figures;
    }

    /** The processor time of one recommendation with reasons: the mean over all learners of the test, warmed up. */
    public double microseconds() {
        var threads = ManagementFactory.getThreadMXBean();
        shipped();
        long start = threads.getCurrentThreadCpuTime();
        shipped();
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / Math.max(1, histories.size());
    }

    /** NDCG at 10 of each learner of the test, by number: for one recommender as for another on the same test. */
    public double[] ndcg() {
        return lists().ndcg();
    }

    private Figures shipped() {
        return lists().figures(trainedCourses, SEED);
    }

    private ListScores lists() {
        var lists = new ListScores(histories.size());
        for (int u = 0; u < histories.size(); u++) {
            int[] list =
                    recommender
                            .recommend(histories.get(u), Interests.none(), Eligibility.ALL, ListScores.PLACES)
                            .items()
                            .stream()
                            .mapToInt(item -> recommender.numberOf(item.code()))
                            .toArray();
            lists.add(list, list.length, wanted.get(u));
        }
        return lists;
    }

    private Figures source(Source source) {
        var links = recommender.sources().links(source);
        var lists = new ListScores(histories.size());
        var top = new Top(ListScores.PLACES);
        var list = new int[ListScores.PLACES];
        var scores = new double[links.rows()];
        for (int u = 0; u < histories.size(); u++) {
            int[] taken = numbers(histories.get(u));
            LinkScores.score(links, taken, recommender.sources().historyDecay(), scores);
            for (int c = 0; c < scores.length; c++) {
                if (scores[c] > 0) {
                    top.offer(c, scores[c]);
                }
            }
            lists.add(list, top.drain(list), wanted.get(u));
        }
        return lists.figures(trainedCourses, SEED);
    }

    private Figures popularity() {
        var lists = new ListScores(histories.size());
        for (int u = 0; u < histories.size(); u++) {
            var taken = new HashSet<Integer>();
            Arrays.stream(numbers(histories.get(u))).forEach(taken::add);
            int[] list = recommender.popular((number, code) -> !taken.contains(number), ListScores.PLACES).stream()
                    .mapToInt(item -> recommender.numberOf(item.code()))
                    .toArray();
            lists.add(list, list.length, wanted.get(u));
        }
        return lists.figures(trainedCourses, SEED);
    }

    /** A course the model does not know gets a number that stands in no list. */
    private int[] wanted(Dataset test, int learner) {
        int[] wanted = test.histories().of(learner);
        for (int k = 0; k < wanted.length; k++) {
            int known = recommender.numberOf(test.courses().get(wanted[k]).code());
            wanted[k] = known < 0 ? recommender.courses().size() + wanted[k] : known;
        }
        Arrays.sort(wanted);
        return wanted;
    }

    private int[] numbers(List<PastCourse> history) {
        return history.stream()
                .mapToInt(past -> recommender.numberOf(past.code()))
                .toArray();
    }

    private static List<PastCourse> codes(Dataset data, int learner) {
        return Arrays.stream(data.histories().of(learner))
                .mapToObj(c -> PastCourse.of(data.courses().get(c).code()))
                .toList();
    }
}
