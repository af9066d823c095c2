package org.coursewise.benchmarks.catalogue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.benchmarks.Figure;
import org.coursewise.localstack.LocalStack;

/** How fast course, asked on its own port by anybody, shows and finds courses of a catalogue of a hundred thousand. */
public final class CatalogueCosts {

    private final LocalStack stack;

    public CatalogueCosts(LocalStack stack) {
        this.stack = stack;
    }

    public List<Figure> measure() throws IOException, InterruptedException, SQLException {
        new GeneratedCatalogue(stack).fill();
        var figures = new ArrayList<>(new SearchTimes(stack).measure());
        figures.addAll(new ReadingRates(stack).measure());
        return List.copyOf(figures);
    }
}
