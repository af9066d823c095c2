package org.coursewise.course.problem;

import java.time.Instant;
import java.util.List;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** Everything course refuses, each kind with the code that api.md fixes. */
public abstract sealed class CourseException extends ProblemException {

    private CourseException(ProblemType type, String detail) {
        super(type, detail);
    }

    /** The learner has a place, or waits for one. */
    public static final class AlreadyEnrolled extends CourseException {
        public static final ProblemType TYPE = new ProblemType("already-enrolled", 409, "Already enrolled");

        public AlreadyEnrolled() {
            super(TYPE, "There is an enrolment in this course already; see /api/v1/enrollments.");
        }
    }

    /** Every seat is taken. */
    public static final class CourseFull extends CourseException {
        public static final ProblemType TYPE = new ProblemType("course-full", 409, "Course full");

        public CourseFull() {
            super(TYPE, "Every seat is taken. Send waitingList true to wait for one.");
        }
    }

    /** Courses that have to be completed first. */
    public static final class PrerequisitesMissing extends CourseException {
        public static final ProblemType TYPE = new ProblemType("prerequisites-missing", 409, "Prerequisites missing");

        public PrerequisitesMissing(List<String> codes) {
            super(TYPE, "Complete these courses first: " + String.join(", ", codes) + ".");
        }
    }

    /** Nobody enrols yet, or nobody enrols any more. */
    public static final class EnrollmentClosed extends CourseException {
        public static final ProblemType TYPE = new ProblemType("enrollment-closed", 409, "Enrolment closed");

        private EnrollmentClosed(String detail) {
            super(TYPE, detail);
        }

        public static EnrollmentClosed until(Instant opening) {
            return new EnrollmentClosed("Enrolment opens at " + opening + ".");
        }

        public static EnrollmentClosed since(Instant closing) {
            return new EnrollmentClosed("Enrolment closed at " + closing + ".");
        }
    }

    /** Only who takes part in a course says something of it. */
    public static final class NotEnrolled extends CourseException {
        public static final ProblemType TYPE = new ProblemType("not-enrolled", 403, "Not enrolled");

        public NotEnrolled() {
            super(TYPE, "Whoever takes part in the course, or has completed it, may review it.");
        }
    }

    /** A code that another course has. */
    public static final class CodeTaken extends CourseException {
        public static final ProblemType TYPE = new ProblemType("code-taken", 409, "Code taken");

        public CodeTaken(String code) {
            super(TYPE, "Another course has the code " + code + ".");
        }
    }

    /** A job that has ended cannot be cancelled. */
    public static final class JobEnded extends CourseException {
        public static final ProblemType TYPE = new ProblemType("job-ended", 409, "The job has ended");

        public JobEnded() {
            super(TYPE, "The job has ended; there is nothing to cancel.");
        }
    }
}
