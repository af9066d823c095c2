package org.coursewise.course.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people say that a review should not be there. */
@Path("/reviews/{id}/reports")
@Tag(name = "Reviews")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReviewReportsResource {

    @Inject
    Reports reports;

    @Inject
    Caller caller;

    /** Why a review should not be there. */
    @Schema(name = "ReviewReportRequest")
    public record ReviewReportRequest(
            @NotBlank
            @Size(max = 1_000)
            @Pattern(regexp = ReviewsResource.PLAIN_TEXT, message = "must not hold control characters")
            @Schema(examples = "It insults the instructor.")
            String reason) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Report a review",
            description =
                    "Administrators will look at it. A person's first report of a review counts, and another one once"
                            + " the review was edited; any other changes nothing.")
    @APIResponse(responseCode = "202", description = "Administrators will look at it")
    @APIResponse(responseCode = "404", description = "There is no such review, or nobody is shown it")
    public Response report(@PathParam("id") String id, @NotNull @Valid ReviewReportRequest request) {
        var review = ReviewId.parse(id).orElseThrow(() -> ProblemException.notFound("review"));
        reports.add(review, caller.id(), request.reason().strip());
        return Response.accepted().build();
    }
}
