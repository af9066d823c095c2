package org.coursewise.console.api;

import java.util.List;

/**
 * What came of a call, as far as a page tells it apart.
 *
 * @param complaints the API's own sentences about the input, when it was refused
 */
public record ApiAnswer(Outcome outcome, List<String> complaints) {

    /** How a call ended. */
    public enum Outcome {
        DONE,
        /** The link's token is unknown, used or expired. */
        INVALID_TOKEN,
        /** The token is good, what was typed is not. */
        REFUSED,
        /** No answer in time, or none that says anything about the link: worth another try. */
        UNREACHABLE
    }

    public ApiAnswer {
        complaints = List.copyOf(complaints);
    }

    static ApiAnswer of(Outcome outcome) {
        return new ApiAnswer(outcome, List.of());
    }
}
