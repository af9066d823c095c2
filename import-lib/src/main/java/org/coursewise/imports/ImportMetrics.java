package org.coursewise.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Tag;

/** Imports that are not over, at /metrics. Every replica tells the same of one table. */
@ApplicationScoped
class ImportMetrics {

    @Inject
    Gauges gauges;

    @Inject
    ImportJobs jobs;

    void show(@Observes Startup startup) {
        var open = gauges.sample(jobs::open);
        for (var status : List.of(ImportStatus.QUEUED, ImportStatus.RUNNING)) {
            gauges.show(
                    "coursewise_imports",
                    "Imports that are not over, by status",
                    () -> open.of(counts -> counts.getOrDefault(status, 0L)),
                    new Tag("status", status.wireName()));
        }
    }
}
