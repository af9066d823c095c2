package org.coursewise.course.feedback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.coursewise.rest.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where clients tell what learners saw, opened and sent away. */
@Path("/feedback")
@Tag(name = "Recommendations")
@RolesAllowed({"learner", "learning:write"})
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {

    static final int MOST_EVENTS = 200;

    @Inject
    Feedback feedback;

    /** Some of what happened. */
    @Schema(name = "FeedbackRequest")
    public record FeedbackRequest(
            @NotEmpty @Size(max = MOST_EVENTS) List<@NotNull @Valid FeedbackEvent> events) {}

    /** A learner saw, opened or sent away a course. */
    @Schema(name = "FeedbackEvent")
    public record FeedbackEvent(
            @Size(max = 2_000)
            @Schema(
                    description =
                            "Of the answer that showed the course, as it came: some hundred characters; left out for a"
                                    + " course that was found otherwise",
                    examples = "k1.nJ0dN1r8uQ3c")
            @Nullable
            String recommendationId,

            @NotNull @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String courseId,

            @NotNull
            @Pattern(regexp = "impression|click|dismiss", message = "must be impression, click or dismiss")
            @Schema(
                    description = "A course that was dismissed is not recommended again",
                    examples = "click",
                    enumeration = {"impression", "click", "dismiss"})
            String type,

            @Schema(description = "Now when left out", examples = "2027-01-10T08:00:00Z") @Nullable
            Instant at,

            @Size(max = 200)
            @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must not hold control characters")
            @Schema(description = "For machine clients: who it was", examples = "L-1042")
            @Nullable
            String learner) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell what learners saw, opened and sent away",
            description =
                    "All of it is taken, or none. Of each kind the last time is kept for a learner and course; an event"
                            + " that is older than that is passed over. Figures count it, on the day it comes, when its answer is newer"
                            + " than the one before: the same once more counts once, and two answers that take turns twice. An answer"
                            + " to somebody else, or of more than thirty days before, is taken and not counted.")
    @APIResponse(responseCode = "202", description = "It counts; a dismissal in the next answer")
    @APIResponse(responseCode = "404", description = "The learner was erased")
    public Response take(@NotNull @Valid FeedbackRequest request) {
        feedback.take(request.events());
        return Response.accepted().build();
    }
}
