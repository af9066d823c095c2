package org.coursewise.course.curriculum;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sections of a course. */
@Path("/courses/{id}/sections")
@Tag(name = "Sections and lessons")
@Produces(MediaType.APPLICATION_JSON)
public class CourseSectionsResource {

    @Inject
    Outline outline;

    @GET
    @PermitAll
    @Operation(
            summary = "A course's sections",
            description =
                    "Of a published course for anyone, of an archived one for whoever is enrolled, of a draft for its"
                            + " instructors and administrators.")
    @APIResponse(responseCode = "200", description = "One page, in the course's order")
    public Page<SectionView> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        return outline.list(course(id), page);
    }

    @POST
    @Idempotent
    @RolesAllowed({"instructor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a section",
            description = "At its position, and those behind it make room; without one at the end.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SectionView.class)))
    @APIResponse(responseCode = "409", description = "The course has a thousand sections already")
    public Response add(@PathParam("id") String id, @NotNull @Valid SectionFields fields, @Context UriInfo uri) {
        var section = outline.add(course(id), fields);
        return Response.created(uri.getBaseUriBuilder().path("sections/{id}").build(section.id()))
                .entity(section)
                .build();
    }

    private static CourseId course(String id) {
        return CourseId.parse(id).orElseThrow(() -> ProblemException.notFound("course"));
    }
}
