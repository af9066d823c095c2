package org.coursewise.course.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where administrators moderate reviews; those who teach a course have no say in it. */
@Path("/admin/reviews")
@Tag(name = "Reviews")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminReviewsResource {

    @Inject
    ReviewCases cases;

    @Inject
    Moderation moderation;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "Reviews that were reported, or hidden")
    @APIResponse(responseCode = "200", description = "One page, the newest review first")
    public Page<ModeratedReview> list(
            @Parameter(
                            description = "reported: shown, with a report that nobody has decided over yet; or hidden",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"reported", "hidden"},
                                            defaultValue = "reported"))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @BeanParam PageRequest request) {
        var after = request.after(Reviews.Position.class).orElse(null);
        var rows =
                switch (status == null ? "reported" : status) {
                    case "reported" -> cases.reported(after, request.rowsToFetch());
                    case "hidden" -> cases.hidden(after, request.rowsToFetch());
                    default -> throw ProblemException.invalidInput("status", "must be reported or hidden");
                };
        var page = Page.of(rows, request, row -> Reviews.Position.of(row.review()));
        return new Page<>(cases.complete(page.items()), page.nextCursor());
    }

    @PUT
    @Path("/{id}/hidden")
    @Operation(
            summary = "Hide a review",
            description = "It is neither shown nor counted from now on; its author still sees it. Reports are settled.")
    @APIResponse(responseCode = "204", description = "It is hidden")
    public void hide(@PathParam("id") String id) {
        moderation.hide(parsed(id), caller.id());
    }

    @DELETE
    @Path("/{id}/hidden")
    @Operation(
            summary = "Show a review",
            description = "One that was hidden counts again; of one that was only reported the reports are settled.")
    @APIResponse(responseCode = "204", description = "It is shown")
    public void show(@PathParam("id") String id) {
        moderation.show(parsed(id), caller.id());
    }

    private static ReviewId parsed(String id) {
        return ReviewId.parse(id).orElseThrow(() -> ProblemException.notFound("review"));
    }
}
