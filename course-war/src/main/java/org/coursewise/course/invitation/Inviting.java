package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coursewise.address.EmailAddress;
import org.coursewise.course.catalog.Course;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.CourseStatus;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What those who teach a course do with its invitations; each is one transaction. Whose an address is, is only asked once
 * it is over: neither the answer nor how long it takes tells who has an account.
 */
@ApplicationScoped
class Inviting {

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Invitations invitations;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /** What is answered for each address, in their order. */
    @Transactional
    List<InvitationsResource.Answered> invite(CourseId id, List<String> emails, boolean mayWait) {
        if (owned(id).status() == CourseStatus.ARCHIVED) {
            throw new ProblemException(ProblemType.CONFLICT, "The course is archived; nobody enrols in it any more.");
        }
        var parsed = emails.stream().map(EmailAddress::parse).toList();
        var people = parsed.stream().flatMap(Optional::stream).toList();
        if (!people.isEmpty()) {
            var now = clock.instant();
            invitations.add(id, people, mayWait, now, now.plus(settings.invitationLifetime()));
        }
        return IntStream.range(0, emails.size())
                .mapToObj(i -> new InvitationsResource.Answered(
                        emails.get(i),
                        parsed.get(i).isPresent()
                                ? InvitationsResource.Outcome.ACCEPTED
                                : InvitationsResource.Outcome.INVALID))
                .toList();
    }

    @Transactional
    List<InvitationView> list(CourseId id, @Nullable InvitationState state, @Nullable UUID after, int limit) {
        owned(id);
        return invitations.in(id, state, after, limit, clock.instant());
    }

    /** @throws ProblemException 404 also for one of somebody else's course */
    @Transactional
    void withdraw(UUID id) {
        var course = invitations.courseOf(id).flatMap(courses::find);
        if (course.filter(editor::owns).isEmpty()) {
            throw ProblemException.notFound("invitation");
        }
        invitations.withdraw(id, clock.instant());
    }

    private Course owned(CourseId id) {
        var course = courses.find(id).orElseThrow(() -> ProblemException.notFound("course"));
        editor.demandOwnership(course);
        return course;
    }
}
