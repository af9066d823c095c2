package org.coursewise.course.enrollment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a learner is. */
@Path("/enrollments/{id}/progress")
@Tag(name = "Enrolments")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

    @Inject
    Learning learning;

    @GET
    @Operation(
            summary = "How far a learner is",
            description =
                    "For the learner, the course's instructors and administrators. It counts the lessons there are now; whether"
                            + " the course is completed is said by the enrolment.")
    @APIResponse(responseCode = "200", description = "Lessons done of those there are, with its ETag")
    public Progress get(@PathParam("id") String id) {
        return learning.progress(EnrollmentId.parse(id).orElseThrow(() -> ProblemException.notFound("enrolment")));
    }
}
