package org.coursewise.console.mail;

import java.util.List;
import java.util.Set;
import org.coursewise.console.api.Problem;
import org.coursewise.console.api.Problem.FieldError;

/** What the API finds wrong, to be shown at the fields it names. */
public record FieldComplaints(List<FieldError> errors) {

    static final FieldComplaints NONE = new FieldComplaints(List.of());

    static FieldComplaints of(Problem problem) {
        return new FieldComplaints(problem.errors());
    }

    /** The sentences about one field. */
    public List<String> at(String field) {
        return errors.stream()
                .filter(error -> field.equals(error.field()))
                .map(error -> String.valueOf(error.message()))
                .toList();
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Whether the page has a field for each of them. */
    boolean areAllOf(String... fields) {
        return !errors.isEmpty()
                && errors.stream()
                        .allMatch(
                                error -> error.field() != null && Set.of(fields).contains(error.field()));
    }
}
