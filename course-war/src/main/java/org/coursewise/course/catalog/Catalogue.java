package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.coursewise.course.problem.CourseException;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** What is done with courses; each is one transaction. */
@ApplicationScoped
class Catalogue {

    @Inject
    Courses courses;

    @Inject
    Prerequisites prerequisites;

    @Inject
    Editor editor;

    @Inject
    CatalogFacts facts;

    @Inject
    Event<SeatsOpened> seatsOpened;

    @Inject
    Event<CourseChanged> changed;

    @Inject
    Clock clock;

    @Transactional
    CourseView create(CourseFields fields) {
        var tidy = fields.tidy();
        var owned = tidy.taught().isEmpty() ? tidy.withInstructor(editor.id()) : tidy;
        check(owned, List.of());
        demandFreeCode(owned.code());
        var course = new Course(owned, clock.instant());
        courses.add(course);
        return CourseView.of(course);
    }

    /** @param precondition sees the course as it is and throws if the caller meant another state of it */
    @Transactional
    CourseView change(CourseId id, UnaryOperator<CourseFields> change, Consumer<CourseView> precondition) {
        var course = owned(id);
        precondition.accept(CourseView.of(course));
        var fields = change.apply(course.fields()).tidy();
        if (fields.equals(course.fields())) {
            return CourseView.of(course);
        }
        check(fields, course.fields().needed());
        if (fields.needed().contains(id.toString())) {
            throw ProblemException.invalidInput("prerequisites", "must not hold the course itself");
        }
        if (!fields.code().equals(course.code())) {
            demandFreeCode(fields.code());
        }
        if (!fields.needed().equals(course.fields().needed())) {
            prerequisites.demandNoCycle(id, fields.needed());
        }
        course.edit(fields);
        courses.index(course);
        if (course.status() == CourseStatus.PUBLISHED) {
            facts.changed(course);
        }
        seatsOpened.fire(new SeatsOpened(id));
        courses.refresh(course);
        return CourseView.of(course);
    }

    @Transactional
    void publish(CourseId id) {
        var course = owned(id);
        if (course.status() == CourseStatus.ARCHIVED) {
            throw new ProblemException(ProblemType.CONFLICT, "The course is archived, and that is for good.");
        }
        if (course.publish(clock.instant())) {
            courses.flush();
            facts.published(course);
            seatsOpened.fire(new SeatsOpened(id));
        }
    }

    @Transactional
    void withdraw(CourseId id) {
        var course = owned(id);
        if (course.withdraw()) {
            courses.flush();
            facts.archived(course);
        }
    }

    /** @param precondition as in {@link #change} */
    @Transactional
    void archive(CourseId id, Consumer<CourseView> precondition) {
        var course = owned(id);
        precondition.accept(CourseView.of(course));
        if (course.archive()) {
            courses.flush();
            facts.archived(course);
        }
    }

    private Course owned(CourseId id) {
        var course = courses.findLocked(id).orElseThrow(() -> ProblemException.notFound("course"));
        editor.demandOwnership(course);
        changed.fire(CourseChanged.editionOf(id));
        return course;
    }

    private void demandFreeCode(String code) {
        courses.claim(code);
        if (courses.hasCode(code)) {
            throw new CourseException.CodeTaken(code);
        }
    }

    /** @param before what the course needs already, seen or not */
    private void check(CourseFields fields, List<String> before) {
        if (!editor.mayTeach(fields.taught())) {
            throw ProblemException.invalidInput("instructors", "must hold yourself, or you could not change it again");
        }
        fields.dates().check();
        var ids = fields.needed().stream()
                .map(text -> CourseId.parse(text)
                        .orElseThrow(Catalogue::unknownPrerequisite)
                        .value())
                .toList();
        var found = courses.find(ids);
        if (found.size() < ids.size()
                || !found.stream()
                        .allMatch(course -> editor.sees(course)
                                || before.contains(course.id().toString()))) {
            throw unknownPrerequisite();
        }
    }

    private static ProblemException unknownPrerequisite() {
        return ProblemException.invalidInput("prerequisites", "must be ids of courses");
    }
}
