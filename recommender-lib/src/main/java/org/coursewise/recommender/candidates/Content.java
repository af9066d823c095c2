package org.coursewise.recommender.candidates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * Likeness of what is written about courses: the cosine of their TF-IDF vectors (G. Salton and C. Buckley, 1988) over
 * title, summary, categories, tags, instructors and organization, with (1 + ln tf) ln(N / df) for a term. Terms that
 * only one course or more than a tenth of many courses use are left out. It links courses nobody took, too.
 */
public final class Content {

    private static final int SMALL_CATALOGUE = 50;

    private final int most;
    private final List<Map<String, Double>> documents;
    private final Map<String, Integer> frequencies = new HashMap<>();

    /**
     * @param courses by number
     * @param most how many links a course keeps
     */
    public Content(List<Course> courses, int most) {
        this.most = most;
        this.documents = courses.stream().map(Content::terms).toList();
        for (var terms : documents) {
            terms.keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum));
        }
    }

    public SparseRows fit(Workers workers) throws InterruptedException {
        int n = documents.size();
        int mostFrequent = n <= SMALL_CATALOGUE ? n - 1 : n / 10;
        var postings = new HashMap<String, List<Posting>>();
        for (int c = 0; c < n; c++) {
            var weights = new TreeMap<String, Double>();
            double squares = 0;
            for (var term : documents.get(c).entrySet()) {
                int df = frequencies.getOrDefault(term.getKey(), 0);
                if (df > 1 && df <= mostFrequent) {
                    double weight = (1 + Math.log(term.getValue())) * Math.log((double) n / df);
                    weights.put(term.getKey(), weight);
                    squares += weight * weight;
                }
            }
            double length = Math.sqrt(squares);
            for (var weight : weights.entrySet()) {
                postings.computeIfAbsent(weight.getKey(), term -> new ArrayList<>())
                        .add(new Posting(c, weight.getValue() / length));
            }
        }
        var ofCourse = new ArrayList<List<List<Posting>>>();
        var own = new ArrayList<List<Double>>();
        for (int c = 0; c < n; c++) {
            ofCourse.add(new ArrayList<>());
            own.add(new ArrayList<>());
        }
        for (var list : new TreeMap<>(postings).values()) {
            for (var posting : list) {
                ofCourse.get(posting.course).add(list);
                own.get(posting.course).add(posting.weight);
            }
        }
        return Rows.strongest(n, n, most, workers, (i, row) -> {
            for (int t = 0; t < ofCourse.get(i).size(); t++) {
                double weight = own.get(i).get(t);
                for (var posting : ofCourse.get(i).get(t)) {
                    row[posting.course] += weight * posting.weight;
                }
            }
        });
    }

    private static Map<String, Double> terms(Course course) {
        var terms = new HashMap<String, Double>();
        add(terms, Words.of(course.title()), 3);
        add(terms, Words.of(course.summary()), 1);
        // whole names as one term each, kept apart from words
        course.categories().forEach(name -> terms.merge("category:" + name, 3.0, Double::sum));
        course.tags().forEach(name -> terms.merge("tag:" + name, 2.0, Double::sum));
        course.instructors().forEach(name -> terms.merge("instructor:" + name, 2.0, Double::sum));
        if (!course.organization().isEmpty()) {
            terms.put("organization:" + course.organization(), 1.0);
        }
        return terms;
    }

    private static void add(Map<String, Double> terms, List<String> words, double weight) {
        words.forEach(word -> terms.merge(word, weight, Double::sum));
    }

    private record Posting(int course, double weight) {}
}
