package org.coursewise.course.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.course.catalog.CatalogFacts;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SearchIndex;
import org.coursewise.course.catalog.SeatsOpened;
import org.coursewise.imports.Count;
import org.coursewise.imports.ImportJob;
import org.coursewise.imports.ImportedFiles;
import org.coursewise.imports.RowBatch;

/** Files of courses and what they teach, of enrolments and what learners did, and of reviews. */
@ApplicationScoped
class CourseFiles implements ImportedFiles {

    @Inject
    DataSource database;

    @Inject
    SearchIndex searchIndex;

    @Inject
    CatalogFacts catalogFacts;

    @Inject
    Event<SeatsOpened> seatsOpened;

    @Inject
    Event<CourseChanged> courseChanged;

    @Inject
    ImportFacts facts;

    @Inject
    Clock clock;

    @Override
    public List<String> requiredColumns(String kind) {
        return ImportKind.ofWireName(kind).orElseThrow().requiredColumns();
    }

    @Override
    public RowBatch begin(ImportJob job) {
        return switch (ImportKind.of(job)) {
            case COURSES -> new CourseBatch(database, courses(), row -> StagedCourse.of(row, clock.instant()));
            case ENROLLMENTS ->
                new EnrollmentBatch(
                        database,
                        this::seatsOpened,
                        CourseNames.CODES,
                        row -> StagedEnrollment.of(row, clock.instant()));
            case REVIEWS -> new ReviewBatch(database, clock);
            case SECTIONS -> new SectionBatch(database);
            case LESSONS -> new LessonBatch(database);
            case COMPLETIONS -> new CompletionBatch(database, clock);
            case ONEROSTER_COURSES -> new CourseBatch(database, courses(), StagedCourse::ofRoster);
            case ONEROSTER_CLASSES -> new ClassBatch(database);
            case ONEROSTER_ENROLLMENTS ->
                new EnrollmentBatch(
                        database,
                        this::seatsOpened,
                        CourseNames.ROSTER,
                        row -> StagedEnrollment.ofRoster(row, clock.instant()));
        };
    }

    private CourseWriter courses() {
        return new CourseWriter(searchIndex, catalogFacts, this::seatsOpened, clock);
    }

    private void seatsOpened(CourseId course) {
        seatsOpened.fire(new SeatsOpened(course));
    }

    @Override
    public void ended(ImportJob job, Count count) {
        courseChanged.fire(CourseChanged.any());
        if (ImportKind.of(job).kind().equals(ImportKind.ENROLLMENTS.kind()) && count.taken() > 0) {
            facts.enrollmentsImported(job, count.taken());
        }
    }
}
