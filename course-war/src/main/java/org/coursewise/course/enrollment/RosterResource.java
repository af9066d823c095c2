package org.coursewise.course.enrollment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
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

/** Who takes a course, took it, waits for it or gave it up. */
@Path("/courses/{id}/enrollments")
@Tag(name = "Enrolments")
@RolesAllowed({"instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {

    @Inject
    Roster roster;

    /** Where the next page begins. */
    record Position(UUID id) {}

    @GET
    @Operation(summary = "The roster of a course", description = "For its instructors and administrators.")
    @APIResponse(responseCode = "200", description = "One page, in order of the id")
    public Page<EnrollmentView> list(
            @PathParam("id") String id,
            @Parameter(
                            description = "Only those that stand so to the course; all when absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"active", "completed", "cancelled", "waiting"}))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var course = CourseId.parse(id).orElseThrow(() -> ProblemException.notFound("course"));
        var only = EnrollmentStatus.ofFilter(status).orElse(null);
        var after = page.after(Position.class).map(Position::id).orElse(null);
        var rows = roster.of(course, only, after, page.rowsToFetch());
        return Page.of(rows, page, row -> new Position(UUID.fromString(row.id())));
    }
}
