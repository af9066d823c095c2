package org.coursewise.course.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a search field offers while somebody types. */
@Path("/courses/suggestions")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionsResource {

    private static final int DEFAULT_LIMIT = 8;
    private static final int MOST = 20;
    private static final int LONGEST = 100;

    @Inject
    Completion completion;

    @GET
    @PermitAll
    @Operation(
            summary = "Complete what is typed",
            description =
                    "Words and titles of published courses, the most popular first; near ones where something is mistyped.")
    @APIResponse(responseCode = "200", description = "None where nothing is like it")
    public Suggestions complete(
            @Parameter(description = "What has been typed so far, 100 characters at most", example = "datab")
                    @QueryParam("q")
                    @Nullable
                    String typed,
            @Parameter(
                            description = "How many to answer with",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "20",
                                            defaultValue = "8"))
                    @QueryParam("limit")
                    @Nullable
                    String limit) {
        if (typed != null && typed.length() > LONGEST) {
            throw ProblemException.invalidInput("q", "must not be longer than " + LONGEST + " characters");
        }
        return completion.of(typed == null ? "" : typed, number(limit));
    }

    private static int number(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,2}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MOST) {
            return Integer.parseInt(limit);
        }
        throw ProblemException.invalidInput("limit", "must be a whole number from 1 to " + MOST);
    }
}
