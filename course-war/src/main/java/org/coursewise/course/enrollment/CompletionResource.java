package org.coursewise.course.enrollment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.course.curriculum.LessonId;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A lesson that was done. */
@Path("/enrollments/{id}/lessons/{lessonId}/completion")
@Tag(name = "Enrolments")
@RolesAllowed("learner")
@Produces(MediaType.APPLICATION_JSON)
public class CompletionResource {

    @Inject
    Learning learning;

    @PUT
    @Operation(
            summary = "Complete a lesson",
            description =
                    "The last open one completes the course: the enrolment becomes completed and gets a certificate, and a"
                            + " mail says so. Repeating it changes nothing, but completes the course where lessons were removed and"
                            + " none is left to do. Lessons that come later do not undo it.")
    @APIResponse(responseCode = "204", description = "It is completed")
    @APIResponse(
            responseCode = "404",
            description = "There is no such enrolment of yours, or its course has no such lesson that you may see")
    @APIResponse(responseCode = "409", description = "The enrolment is waiting or cancelled")
    public void complete(
            @PathParam("id") String id,
            @Parameter(description = "Which lesson of the course") @PathParam("lessonId") String lessonId) {
        var enrollment = EnrollmentId.parse(id).orElseThrow(() -> ProblemException.notFound("enrolment"));
        var lesson = LessonId.parse(lessonId).orElseThrow(() -> ProblemException.notFound("lesson"));
        learning.complete(enrollment, lesson);
    }
}
