package org.coursewise.course.recommendation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Courses like one. */
@Path("/courses/{id}/similar")
@Tag(name = "Recommendations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SimilarCoursesResource {

    @Inject
    SharedLists lists;

    @Inject
    Offers offers;

    @GET
    @Operation(summary = "Courses like this one", description = "By who takes them and what is written about them.")
    @APIResponse(responseCode = "200", description = "Courses with a seat; the score is a similarity up to 1")
    public CourseScores get(@PathParam("id") String id, @BeanParam Limit limit) {
        var course = CourseId.parse(id)
                .map(CourseId::toString)
                .filter(offers::isPublished)
                .orElseThrow(() -> ProblemException.notFound("course"));
        return lists.similar(course, limit.value());
    }
}
