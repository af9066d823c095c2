package org.coursewise.recommender.weka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coursewise.recommender.ranking.RankingRows;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Rows as Weka wants them: one numeric attribute a feature, and the class no or yes as the last one. */
final class WekaTables {

    static final int TAKEN = 1;

    private static boolean prepared;

    private WekaTables() {}

    /**
     * Loads Weka's first classes: they look for a folder to write to, which shall not be the user's, and print a
     * complaint about native matrices to standard output, where a command's results go.
     */
    static synchronized void prepare() {
        if (prepared) {
            return;
        }
        var out = System.out;
        try {
            if (System.getProperty("WEKA_HOME") == null) {
                var home = Files.createTempDirectory("coursewise-weka");
                home.toFile().deleteOnExit();
                System.setProperty("WEKA_HOME", home.toString());
            }
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            Class.forName("weka.core.WekaPackageManager");
            prepared = true;
        } catch (IOException e) {
            throw new UncheckedIOException("Weka needs a folder for temporary files", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Weka is not there", e);
        } finally {
            System.setOut(out);
        }
    }

    static Instances of(RankingRows rows) {
        return of(rows, IntStream.range(0, rows.width()).toArray());
    }

    static Instances of(RankingRows rows, int[] features) {
        var attributes = new ArrayList<Attribute>();
        for (int f : features) {
            attributes.add(new Attribute("f" + f));
        }
        attributes.add(new Attribute("taken", List.of("no", "yes")));
        var table = new Instances("candidates", attributes, rows.size());
        table.setClassIndex(features.length);
        for (int r = 0; r < rows.size(); r++) {
            table.add(new DenseInstance(rows.weight(r), values(rows, r, features)));
        }
        return table;
    }

    private static double[] values(RankingRows rows, int row, int[] features) {
        var values = new double[features.length + 1];
        for (int k = 0; k < features.length; k++) {
            values[k] = rows.feature(row, features[k]);
        }
        values[features.length] = rows.label(row) ? TAKEN : 0;
        return values;
    }
}
