package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Whose learning it is about: the caller's own, or a machine client's pick. */
@ApplicationScoped
class Learner {

    private static final int LONGEST = 200;

    @Inject
    Caller caller;

    @Inject
    LearnerLinks links;

    @Inject
    Roster roster;

    /**
     * @param named who a machine client with {@code learning:write} acts for
     * @throws ProblemException 403 for a person who names somebody else, 400 for a client that names nobody
     */
    String id(@Nullable String named) {
        if (caller.hasRole("learning:write")) {
            return picked(named);
        }
        if (named != null && !named.equals(caller.id())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only machine clients with learning:write act for others.");
        }
        return caller.id();
    }

    /** Whose learning is looked at: as {@link #id}, or an administrator's pick. */
    String seen(@Nullable String named) {
        return named != null && caller.hasRole("admin") ? picked(named) : id(named);
    }

    private String picked(@Nullable String named) {
        if (named == null || named.isBlank() || named.length() > LONGEST) {
            throw ProblemException.invalidInput("learnerId", "must name the learner");
        }
        return links.accountOf(asInFiles(named));
    }

    /** An outside id as files spell it: one line, without spaces at its ends. */
    private static String asInFiles(String named) {
        if (named.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw ProblemException.invalidInput("learnerId", "must be one line, without control characters");
        }
        return named.strip();
    }

    /** Which enrolments the caller may touch: their own, all in a course they teach; administrators and such clients all. */
    Predicate<Enrollment> touches() {
        if (caller.hasRole("learning:write")) {
            return anyone -> true;
        }
        var own = caller.id();
        var taught = roster.ofMine();
        return enrollment -> enrollment.learner().equals(own) || taught.test(enrollment);
    }
}
