package org.coursewise.course.curriculum;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;

/** A section and its lessons. */
@Path("/sections/{id}")
@Tag(name = "Sections and lessons")
@Produces(MediaType.APPLICATION_JSON)
public class SectionsResource {

    @Inject
    Outline outline;

    @Inject
    LessonPlan lessons;

    @Inject
    MergePatch mergePatch;

    @GET
    @PermitAll
    @Operation(summary = "One section")
    @APIResponse(responseCode = "200", description = "The section, with its ETag")
    public SectionView get(@PathParam("id") String id) {
        return outline.view(section(id));
    }

    @PATCH
    @RolesAllowed({"instructor", "admin"})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a section",
            description = "Another position moves it. A position that others shifted needs no new ETag.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SectionFields.class)))
    @APIResponse(responseCode = "200", description = "The section as it is now, with its new ETag")
    public SectionView change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull JsonNode patch) {
        return outline.change(section(id), fields -> mergePatch.apply(fields, patch, SectionFields.class), ifMatch);
    }

    @DELETE
    @RolesAllowed({"instructor", "admin"})
    @Operation(
            summary = "Remove a section",
            description = "With its lessons, and what learners completed of them. Nobody completes a course by that.")
    @APIResponse(responseCode = "204", description = "Removed; those behind it move up")
    public void remove(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        outline.remove(section(id), ifMatch);
    }

    @GET
    @Path("/lessons")
    @PermitAll
    @Operation(summary = "A section's lessons")
    @APIResponse(
            responseCode = "200",
            description =
                    "One page, in the section's order; it ends early rather than to hold more than 2 MiB of content")
    public Page<LessonView> listLessons(@PathParam("id") String id, @BeanParam PageRequest page) {
        return lessons.list(section(id), page);
    }

    @POST
    @Path("/lessons")
    @Idempotent
    @RolesAllowed({"instructor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a lesson",
            description =
                    "At its position, and those behind it make room; without one at the end. Whoever completed the"
                            + " course has completed it.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    @APIResponse(responseCode = "409", description = "The section has a thousand lessons already")
    public Response addLesson(@PathParam("id") String id, @NotNull @Valid LessonFields fields, @Context UriInfo uri) {
        var lesson = lessons.add(section(id), fields);
        return Response.created(uri.getBaseUriBuilder().path("lessons/{id}").build(lesson.id()))
                .entity(lesson)
                .build();
    }

    private static SectionId section(String id) {
        return SectionId.parse(id).orElseThrow(() -> ProblemException.notFound("section"));
    }
}
