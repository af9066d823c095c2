package org.coursewise.course.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.curriculum.Ordering.OrderedList;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;

/** What is done with lessons; each is one transaction, and those that write are alone with the course. */
@ApplicationScoped
class LessonPlan {

    private static final String LESSON = "lesson";
    private static final String SECTION = "section";

    @Inject
    Lessons lessons;

    @Inject
    Sections sections;

    @Inject
    Ordering ordering;

    @Inject
    CourseAccess access;

    @Transactional
    Page<LessonView> list(SectionId section, PageRequest page) {
        access.demandReader(courseOf(section, SECTION), SECTION);
        return lessons.list(section, page).map(LessonView::of);
    }

    @Transactional
    LessonView view(LessonId id) {
        var lesson = find(id);
        access.demandReader(courseOf(lesson.section(), LESSON), LESSON);
        return LessonView.of(lesson);
    }

    @Transactional
    LessonView add(SectionId section, LessonFields given) {
        access.demandEditor(courseOf(section, SECTION), SECTION);
        // it may have been removed before the lock was ours
        courseOf(section, SECTION);
        var fields = given.tidy();
        var id = LessonId.random();
        lessons.add(id, section, fields, ordering.forNew(OrderedList.LESSONS, section.value(), fields.position()));
        return LessonView.of(find(id));
    }

    @Transactional
    LessonView change(LessonId id, UnaryOperator<LessonFields> change, IfMatch ifMatch) {
        var lesson = locked(id);
        LessonView.demand(ifMatch, lesson);
        var fields = change.apply(lesson.fields()).tidy();
        if (!fields.equals(lesson.fields())) {
            var rank = Objects.equals(fields.position(), lesson.position())
                    ? lesson.rank()
                    : ordering.forMoved(OrderedList.LESSONS, lesson.section().value(), id.value(), fields.position());
            lessons.change(id, fields, rank);
        }
        return LessonView.of(find(id));
    }

    @Transactional
    void remove(LessonId id, IfMatch ifMatch) {
        LessonView.demand(ifMatch, locked(id));
        lessons.remove(id);
    }

    /** As it is once nobody else changes it. */
    private Lesson locked(LessonId id) {
        access.demandEditor(courseOf(find(id).section(), LESSON), LESSON);
        return find(id);
    }

    private Lesson find(LessonId id) {
        return lessons.find(id).orElseThrow(() -> ProblemException.notFound(LESSON));
    }

    private CourseId courseOf(SectionId section, String what) {
        return sections.find(section).map(Section::course).orElseThrow(() -> ProblemException.notFound(what));
    }
}
