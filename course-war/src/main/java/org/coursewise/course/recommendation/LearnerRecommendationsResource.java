package org.coursewise.course.recommendation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.learner.LearnerLinks;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.json.Rendered;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a learner may take next. */
@Path("/learners/{learnerId}/recommendations")
@Tag(name = "Recommendations")
@RolesAllowed({"learner", "admin", "recommendations:read"})
@Produces(MediaType.APPLICATION_JSON)
public class LearnerRecommendationsResource {

    private static final String HOME = RecommendationRequest.HOME;
    private static final String AFTER_ENROLMENT = RecommendationRequest.AFTER_ENROLMENT;
    private static final String COURSE_PAGE = RecommendationRequest.COURSE_PAGE;
    private static final Set<String> SCENARIOS = Set.of(HOME, AFTER_ENROLMENT, COURSE_PAGE);
    private static final int LONGEST_ID = 200;

    @Inject
    Recommending recommending;

    @Inject
    ServedModel models;

    @Inject
    Offers offers;

    @Inject
    Caller caller;

    @Inject
    LearnerLinks links;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(
            summary = "Which course to take next",
            description =
                    "Never one that was taken or sent away before, cannot be taken or is full; an enrolment counts at once. An"
                            + " answer stays the same, with its id, for as long as nothing changes, some minutes at most."
                            + " Reasons are in the language that Accept-Language asks for.")
    @APIResponse(
            responseCode = "200",
            description = "Courses, the best first",
            content = @Content(schema = @Schema(implementation = RecommendationsView.class)))
    public Rendered get(
            @Parameter(description = "`me`; for administrators and `recommendations:read` anyone, also from an import")
                    @PathParam("learnerId")
                    String learnerId,
            @BeanParam Limit limit,
            @Parameter(
                            description = "Where the answer will be shown",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            defaultValue = HOME,
                                            enumeration = {HOME, AFTER_ENROLMENT, COURSE_PAGE}))
                    @QueryParam("scenario")
                    @Nullable
                    String scenario,
            @Parameter(description = "For course-page: the course that is looked at") @QueryParam("courseId") @Nullable
                    String courseId,
            @Parameter(
                            description = "Reasons are always given; kept for clients that ask",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("explain")
                    @Nullable
                    String explain,
            @Parameter(
                            description =
                                    "For administrators: as this model would answer, which is in service, on trial or"
                                            + " in the shadow. Such an answer is counted nowhere, and feedback on it is refused.",
                            example = "20261123T221503123Z")
                    @QueryParam("modelVersion")
                    @Nullable
                    String modelVersion) {
        if (explain != null && !explain.matches("true|false")) {
            throw ProblemException.invalidInput("explain", "must be true or false");
        }
        var place = scenario == null ? HOME : scenario;
        if (!SCENARIOS.contains(place)) {
            throw ProblemException.invalidInput("scenario", "must be home, after-enrolment or course-page");
        }
        var model = modelVersion == null ? null : loaded(modelVersion);
        var request = RecommendationRequest.of(
                learner(learnerId),
                place,
                seen(place, courseId),
                limit.value(),
                Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        return model == null ? recommending.recommend(request) : recommending.preview(request, model);
    }

    private ServedModel.Loaded loaded(String version) {
        if (!caller.hasRole("admin")) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only administrators choose the model that answers.");
        }
        return models.loaded(version)
                .orElseThrow(() -> ProblemException.invalidInput(
                        "modelVersion", "must be a model that is in service, on trial or in the shadow"));
    }

    private @Nullable String seen(String scenario, @Nullable String courseId) {
        if (!scenario.equals(COURSE_PAGE)) {
            return null;
        }
        if (courseId == null) {
            throw ProblemException.invalidInput("courseId", "must name the course whose page it is");
        }
        return CourseId.parse(courseId)
                .map(CourseId::toString)
                .filter(offers::isPublished)
                .orElseThrow(() -> ProblemException.notFound("course"));
    }

    private String learner(String named) {
        if (named.equals("me") || named.equals(caller.id())) {
            if (caller.sessionId().isEmpty()) {
                throw new ProblemException(ProblemType.FORBIDDEN, "A machine client learns nothing; name a learner.");
            }
            return caller.id();
        }
        if (!caller.hasRole("admin") && !caller.hasRole("recommendations:read")) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only administrators and clients with recommendations:read ask for others.");
        }
        if (named.length() > LONGEST_ID) {
            throw ProblemException.notFound("learner");
        }
        return links.accountOf(named);
    }
}
