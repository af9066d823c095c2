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

/** What is done with sections; each is one transaction, and those that write are alone with the course. */
@ApplicationScoped
class Outline {

    private static final String SECTION = "section";

    @Inject
    Sections sections;

    @Inject
    Ordering ordering;

    @Inject
    CourseAccess access;

    @Transactional
    Page<SectionView> list(CourseId course, PageRequest page) {
        access.demandReader(course, "course");
        return sections.list(course, page).map(SectionView::of);
    }

    @Transactional
    SectionView view(SectionId id) {
        var section = find(id);
        access.demandReader(section.course(), SECTION);
        return SectionView.of(section);
    }

    @Transactional
    SectionView add(CourseId course, SectionFields given) {
        access.demandEditor(course, "course");
        var fields = given.tidy();
        var id = SectionId.random();
        sections.add(
                id, course, fields.title(), ordering.forNew(OrderedList.SECTIONS, course.value(), fields.position()));
        return SectionView.of(find(id));
    }

    @Transactional
    SectionView change(SectionId id, UnaryOperator<SectionFields> change, IfMatch ifMatch) {
        var section = locked(id);
        SectionView.demand(ifMatch, section);
        var fields = change.apply(section.fields()).tidy();
        if (!fields.equals(section.fields())) {
            var rank = Objects.equals(fields.position(), section.position())
                    ? section.rank()
                    : ordering.forMoved(OrderedList.SECTIONS, section.course().value(), id.value(), fields.position());
            sections.change(id, fields.title(), rank);
        }
        return SectionView.of(find(id));
    }

    @Transactional
    void remove(SectionId id, IfMatch ifMatch) {
        SectionView.demand(ifMatch, locked(id));
        sections.remove(id);
    }

    /** As it is once nobody else changes it. */
    private Section locked(SectionId id) {
        access.demandEditor(find(id).course(), SECTION);
        return find(id);
    }

    private Section find(SectionId id) {
        return sections.find(id).orElseThrow(() -> ProblemException.notFound(SECTION));
    }
}
