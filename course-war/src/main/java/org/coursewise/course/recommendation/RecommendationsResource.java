package org.coursewise.course.recommendation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Courses for anyone. */
@Path("/recommendations")
@Tag(name = "Recommendations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationsResource {

    @Inject
    SharedLists lists;

    @GET
    @Path("/popular")
    @Operation(summary = "What most learners take")
    @APIResponse(responseCode = "200", description = "Courses with a seat; the score is the number of learners")
    public CourseScores popular(@BeanParam Limit limit) {
        return lists.popular(limit.value());
    }

    @GET
    @Path("/latest")
    @Operation(summary = "What is new in the catalogue")
    @APIResponse(responseCode = "200", description = "Courses with a seat, the latest first")
    public CourseScores latest(@BeanParam Limit limit) {
        return lists.latest(limit.value());
    }
}
