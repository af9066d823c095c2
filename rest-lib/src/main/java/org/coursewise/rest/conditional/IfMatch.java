package org.coursewise.rest.conditional;

import jakarta.ws.rs.HeaderParam;
import java.util.List;
import java.util.function.Predicate;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a change: {@code @BeanParam IfMatch ifMatch} in a resource, and
 * {@code ifMatch.demand(user.etag())} once the resource is found and the caller may change it.
 */
public class IfMatch {

    // a list may come in several lines, which are one (RFC 9110, 5.3)
    @HeaderParam("If-Match")
    @Parameter(
            description = "The ETag of the state the change is made to, or * for any.",
            schema = @Schema(type = SchemaType.STRING, examples = "\"3\""))
    List<String> lines = List.of();

    /** For JAX-RS. */
    public IfMatch() {}

    public static IfMatch of(@Nullable String header) {
        var ifMatch = new IfMatch();
        ifMatch.lines = header == null ? List.of() : List.of(header);
        return ifMatch;
    }

    /**
     * Demands that the client saw this very state.
     *
     * @throws ProblemException 428 when the header is missing, 412 when it names another state, 400 when malformed
     */
    public void demand(String current) {
        demand(current::equals);
    }

    /** The same for a tag of which only a part counts, such as a course's edit version. */
    public void demand(Predicate<String> isCurrent) {
        var header = String.join(",", lines);
        if (header.isBlank()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Read it first and send its ETag as If-Match.");
        }
        var tags = EntityTags.parse(header)
                .orElseThrow(() -> ProblemException.invalidInput("If-Match", "must be * or quoted entity tags"));
        // a strong comparison: a weak tag never matches
        if (!tags.any() && tags.tags().stream().noneMatch(tag -> !tag.weak() && isCurrent.test(tag.value()))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "It has changed since you read it. Read it again and repeat.");
        }
    }

    /** Whether the client sent one at all: a PUT that may create asks only when there is something to change. */
    public boolean isPresent() {
        return !lines.isEmpty();
    }
}
