package org.coursewise.course.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.imports.ImportJob;
import org.coursewise.postgres.OutboxEvents;

/** One fact for a whole file of enrolments, on which histories are read anew ({@code course.enrollment.v1}). */
@ApplicationScoped
class ImportFacts {

    record Imported(String importId, long taken) {}

    @Inject
    OutboxEvents events;

    void enrollmentsImported(ImportJob job, long taken) {
        var id = job.id().toString();
        events.append("course.enrollment.v1", "org.coursewise.course.enrollment.imported", id, new Imported(id, taken));
    }
}
