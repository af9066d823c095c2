package org.coursewise.course.interest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.coursewise.rest.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where learners say what they are interested in. */
@Path("/learners/me/interests")
@Tag(name = "Recommendations")
@RolesAllowed("learner")
@Produces(MediaType.APPLICATION_JSON)
public class InterestsResource {

    @Inject
    LearnerInterests interests;

    @Inject
    Caller caller;

    /** What a learner says. */
    @Schema(name = "InterestsRequest")
    public record InterestsRequest(
            @Size(max = 20)
            @Schema(
                    examples = "[\"Mathematics\"]",
                    description = "Categories of the catalogue; one that has others below it stands for all of them")
            @Nullable
            List<
                            @NotBlank @Size(max = 100)
                            @Pattern(
                                    regexp = "[^\\x00-\\x1f\\x7f|]*",
                                    message = "must not hold control characters or |")
                            String>
                    categories,

            @Pattern(regexp = "beginner|intermediate|advanced", message = "must be beginner, intermediate or advanced")
            @Schema(
                    description = "Any when left out",
                    examples = "beginner",
                    enumeration = {"beginner", "intermediate", "advanced"})
            @Nullable
            String level) {}

    @GET
    @Operation(summary = "What I am interested in")
    @APIResponse(responseCode = "200", description = "What was said last; nothing in particular before")
    public InterestsView get() {
        return interests.of(caller.id()).orElseGet(() -> new InterestsView(List.of(), null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what I am interested in",
            description =
                    "Recommendations begin with it until somebody took a course that the model knows; it replaces what was said before.")
    @APIResponse(responseCode = "204", description = "It counts in the next answer")
    public void set(@NotNull @Valid InterestsRequest request) {
        interests.set(caller.id(), Objects.requireNonNullElse(request.categories(), List.of()), request.level());
    }
}
