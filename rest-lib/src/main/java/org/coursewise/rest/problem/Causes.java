package org.coursewise.rest.problem;

import java.util.ArrayList;
import java.util.List;

/** What was thrown and what it came of, as far as that makes sense to look. */
final class Causes {

    private static final int MOST = 20;

    private Causes() {}

    static List<Throwable> of(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (Throwable fault = thrown; fault != null && chain.size() < MOST; fault = fault.getCause()) {
            chain.add(fault);
        }
        return chain;
    }
}
