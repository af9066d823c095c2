package org.coursewise.course.review;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What learners say of a course. */
@Path("/courses/{id}/reviews")
@Tag(name = "Reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {

    /** Lines and tabs, but no other control characters: the text is shown to everybody. */
    static final String PLAIN_TEXT = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

    @Inject
    Reviewing reviewing;

    @Inject
    Caller caller;

    /** What a learner says. */
    @Schema(name = "ReviewRequest")
    public record ReviewRequest(
            @NotNull @Min(1) @Max(Ratings.MOST_STARS) @Schema(description = "Stars", examples = "5")
            Integer rating,

            @Size(max = 4_000)
            @Pattern(regexp = PLAIN_TEXT, message = "must not hold control characters")
            @Schema(examples = "I could follow every step.", description = "Plain text; none when left out")
            @Nullable
            String comment) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Reviews of a course",
            description =
                    "For whoever may see the course. Those that moderators have hidden are neither shown nor counted.")
    @APIResponse(responseCode = "200", description = "One page, the newest first, and how the stars are spread")
    public ReviewPage list(@PathParam("id") String id, @BeanParam PageRequest page) {
        return reviewing.list(parsed(id), page);
    }

    @GET
    @Path("/me")
    @RolesAllowed("learner")
    @Operation(summary = "My review of a course")
    @APIResponse(responseCode = "200", description = "The review, with its ETag and whether others see it")
    public MyReview get(@PathParam("id") String id) {
        return reviewing.own(caller.id(), parsed(id));
    }

    @PUT
    @Path("/me")
    @RolesAllowed("learner")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Review a course",
            description =
                    "One review a learner and course: another one replaces it. Whoever takes part in the course, or has"
                            + " completed it, may. A review that is hidden stays so.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = MyReview.class)))
    @APIResponse(responseCode = "204", description = "Replaced")
    @APIResponse(responseCode = "403", description = "`not-enrolled`: there is no active or completed enrolment")
    public Response write(@PathParam("id") String id, @NotNull @Valid ReviewRequest request, @Context UriInfo uri) {
        var comment = Objects.requireNonNullElse(request.comment(), "").strip();
        var written = reviewing.write(caller.id(), parsed(id), request.rating(), comment);
        return written.isNew()
                ? Response.created(uri.getAbsolutePath())
                        .entity(written.review())
                        .build()
                : Response.noContent().build();
    }

    @DELETE
    @Path("/me")
    @RolesAllowed("learner")
    @Operation(summary = "Take my review back", description = "Its stars count no more, its words are gone.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void withdraw(@PathParam("id") String id) {
        reviewing.withdraw(caller.id(), parsed(id));
    }

    private static CourseId parsed(String id) {
        return CourseId.parse(id).orElseThrow(() -> ProblemException.notFound("course"));
    }
}
