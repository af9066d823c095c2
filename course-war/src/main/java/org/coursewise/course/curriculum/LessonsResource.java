package org.coursewise.course.curriculum;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;

/** A lesson. */
@Path("/lessons/{id}")
@Tag(name = "Sections and lessons")
@Produces(MediaType.APPLICATION_JSON)
public class LessonsResource {

    @Inject
    LessonPlan lessons;

    @Inject
    MergePatch mergePatch;

    @GET
    @PermitAll
    @Operation(summary = "One lesson")
    @APIResponse(responseCode = "200", description = "The lesson, with its ETag")
    public LessonView get(@PathParam("id") String id) {
        return lessons.view(lesson(id));
    }

    @PATCH
    @RolesAllowed({"instructor", "admin"})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a lesson",
            description =
                    "Another position moves it within its section. A position that others shifted needs no new ETag.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LessonFields.class)))
    @APIResponse(responseCode = "200", description = "The lesson as it is now, with its new ETag")
    public LessonView change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull JsonNode patch) {
        return lessons.change(lesson(id), fields -> mergePatch.apply(fields, patch, LessonFields.class), ifMatch);
    }

    @DELETE
    @RolesAllowed({"instructor", "admin"})
    @Operation(
            summary = "Remove a lesson",
            description =
                    "With what learners completed of it. Nobody completes a course by that: whoever has no lesson left"
                            + " to do completes it by repeating any completion.")
    @APIResponse(responseCode = "204", description = "Removed; those behind it move up")
    public void remove(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        lessons.remove(lesson(id), ifMatch);
    }

    private static LessonId lesson(String id) {
        return LessonId.parse(id).orElseThrow(() -> ProblemException.notFound("lesson"));
    }
}
