package org.coursewise.console.api;

/** The API refused, or could not be reached: a page shows the problem and what to do. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ApiException(Problem problem) {
        super(problem.status() + " " + problem.code());
        this.problem = problem;
    }

    /** For a page whose address names nothing. */
    public static ApiException notFound() {
        return new ApiException(Problem.notFound());
    }

    public Problem problem() {
        return problem;
    }

    /** Whether what was asked for is not there, or not for this person to see. */
    public boolean isNotFound() {
        return problem.status() == 404;
    }
}
