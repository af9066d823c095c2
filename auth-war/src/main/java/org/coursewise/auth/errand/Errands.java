package org.coursewise.auth.errand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes what strangers ask for. The same row is written whoever they name, before they have their answer. */
@ApplicationScoped
public class Errands {

    @Inject
    ErrandTable table;

    @Inject
    ErrandWorker worker;

    /** Kept when this returns, and done within moments. */
    public void leave(Errand errand) {
        table.add(errand);
        worker.nudge();
    }
}
