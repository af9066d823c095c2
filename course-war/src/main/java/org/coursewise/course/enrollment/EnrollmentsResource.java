package org.coursewise.course.enrollment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrolments of the caller; of anyone for machine clients, to look at also for administrators, and in their own courses for those who teach. */
@Path("/enrollments")
@Tag(name = "Enrolments")
@RolesAllowed({"learner", "learning:write"})
@Produces(MediaType.APPLICATION_JSON)
public class EnrollmentsResource {

    @Inject
    Enrolling enrolling;

    @Inject
    Learner learner;

    /** Who wants to take what. */
    @Schema(name = "EnrollmentRequest")
    public record EnrollmentRequest(
            @NotBlank @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String courseId,

            @Schema(description = "Wait for a seat when there is none", defaultValue = "false") @Nullable
            Boolean waitingList,

            @Size(max = 200)
            @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must not hold control characters")
            @Schema(description = "For machine clients: whom to enrol")
            @Nullable
            String learnerId) {}

    /** Where the next page of enrolments begins. */
    record Position(UUID id) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enrol in a course", description = "A mail confirms it.")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled, or waiting",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such course in the catalogue, or the learner was erased")
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-enrolled`, `enrollment-closed`, `prerequisites-missing` or `course-full`, as `type` says")
    public Response enroll(@NotNull @Valid EnrollmentRequest request, @Context UriInfo uri) {
        var course = CourseId.parse(request.courseId()).orElseThrow(() -> ProblemException.notFound("course"));
        var enrollment =
                enrolling.enroll(learner.id(request.learnerId()), course, Boolean.TRUE.equals(request.waitingList()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(enrollment.id()).build())
                .entity(enrollment)
                .build();
    }

    @GET
    @RolesAllowed({"learner", "admin", "learning:write"})
    @Operation(summary = "My enrolments", description = "Or a learner's, for machine clients and administrators.")
    @APIResponse(responseCode = "200", description = "One page, in order of the id")
    public Page<ListedEnrollment> list(
            @Parameter(
                            description = "For machine clients and administrators: whose, a user's id or whoever an"
                                    + " import knows")
                    @QueryParam("learnerId")
                    @Nullable
                    String learnerId,
            @BeanParam PageRequest page) {
        var after = page.after(Position.class).map(Position::id).orElse(null);
        var rows = enrolling.list(learner.seen(learnerId), after, page.rowsToFetch());
        return Page.of(rows, page, row -> new Position(UUID.fromString(row.id())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"learner", "instructor", "admin", "learning:write"})
    @Operation(summary = "One enrolment")
    @APIResponse(responseCode = "200", description = "The enrolment, with its ETag")
    public EnrollmentView get(@PathParam("id") String id) {
        return enrolling.view(parsed(id), learner.touches());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"learner", "instructor", "admin", "learning:write"})
    @Operation(
            summary = "Give the place back",
            description = "Who has waited longest gets the seat. Instructors withdraw learners from what they teach.")
    @APIResponse(responseCode = "204", description = "Cancelled")
    @APIResponse(responseCode = "409", description = "The course is completed")
    public void cancel(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        enrolling.cancel(parsed(id), learner.touches(), enrollment -> ifMatch.demand(enrollment.etag()));
    }

    private static EnrollmentId parsed(String id) {
        return EnrollmentId.parse(id).orElseThrow(() -> ProblemException.notFound("enrolment"));
    }
}
