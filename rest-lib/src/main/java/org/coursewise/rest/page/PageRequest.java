package org.coursewise.rest.page;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code @BeanParam PageRequest page} in a resource. Both parameters are read when
 * they are used, and then refused if they are bad.
 */
public class PageRequest {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 200;

    @QueryParam("limit")
    @Parameter(
            description = "How many items to answer with.",
            example = "20",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; absent for the first.")
    @Nullable
    String cursor;

    /** For JAX-RS. */
    public PageRequest() {}

    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        var request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }

    /** @throws ProblemException 400 unless it is a whole number from 1 to 200 */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,4}")) {
            var value = Integer.parseInt(limit);
            if (value >= 1 && value <= MAX_LIMIT) {
                return value;
            }
        }
        throw ProblemException.invalidInput("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }

    /** One more than the page holds; see {@link Page#of}. */
    public int rowsToFetch() {
        return limit() + 1;
    }

    /**
     * The position after which the page begins; empty for the first page.
     *
     * @throws ProblemException 400 when the cursor is not one made from such a position
     */
    public <P extends Record> Optional<P> after(Class<P> position) {
        return Optional.ofNullable(cursor).map(text -> Cursor.read(text, position));
    }
}
