package org.coursewise.benchmarks.generated;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** Words of a language, each as frequent as words of its rank are (Zipf's law as Mandelbrot has it: 1 / (rank + 10)). */
final class Vocabulary {

    private static final Properties WORDS = read();
    /** Without it the first word would be in nearly every text. */
    private static final double SHIFT = 10;

    private final List<String> words;
    private final double[] upTo;

    private Vocabulary(List<String> words) {
        this.words = List.copyOf(words);
        this.upTo = new double[words.size()];
        var sum = 0.0;
        for (var rank = 0; rank < upTo.length; rank++) {
            sum += 1 / (rank + SHIFT);
            upTo[rank] = sum;
        }
    }

    /** @param language en, de or zh */
    static Vocabulary of(String language) {
        var words = new ArrayList<>(list(language + ".frequent"));
        for (var first : list(language + ".first")) {
            list(language + ".second").forEach(second -> words.add(first + second));
        }
        return new Vocabulary(words);
    }

    /** Paths such as {@code Computing/data/tools}, the roots among them, as frequent as their places here say. */
    static Vocabulary ofCategories() {
        var paths = new ArrayList<String>();
        for (var root : list("roots")) {
            paths.add(root);
            for (var branch : list("branches")) {
                paths.add(root + "/" + branch);
                list("branches").stream()
                        .filter(twig -> twig.compareTo(branch) > 0)
                        .forEach(twig -> paths.add(root + "/" + branch + "/" + twig));
            }
        }
        return new Vocabulary(paths);
    }

    int size() {
        return words.size();
    }

    String any(RandomGenerator random) {
        var place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return words.get(place < 0 ? -place - 1 : place);
    }

    private static List<String> list(String key) {
        return List.of(WORDS.getProperty(key).split(" ", -1));
    }

    private static Properties read() {
        try (var file = Vocabulary.class.getResourceAsStream("words.properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
